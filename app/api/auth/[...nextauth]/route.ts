import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { doorway } from '@/server/doorway';
import { onward, saysWhy } from './onward';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth, with options made for this request alone: whoever is signed in already takes part in a sign-in. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // next-auth would let anybody write into the server's log here.
  if (nextauth[0] === '_log') return new Response(null, { status: 204 });
  // Its own pages send forms; on JSON that is none it would throw.
  if (request.method === 'POST' && !isForm(request)) return new Response(null, { status: 415 });
  // It knows only its own errors on this page; on the next it takes any, and where the person wanted to go.
  if (nextauth[0] === 'error')
    return new Response(null, {
      status: 302,
      headers: { location: `/api/auth/signin${request.nextUrl.search}` },
    });
  let reference: string | null = null;
  const options = doorway().identity.authOptions(request.headers, (found) => {
    reference = found;
  });
  const response: Response = await NextAuth(request, context, options);
  return onward(response, (target) => saysWhy(target, reference));
}

function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
}

export { handle as GET, handle as POST };
