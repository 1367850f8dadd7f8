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
  // Its own pages send forms. Invalid JSON would make it throw.
  if (request.method === 'POST' && !isForm(request)) return new Response(null, { status: 415 });
  // It knows only its own errors on this page. The next page accepts any error, and where the person wanted to go.
  if (nextauth[0] === 'error')
    return new Response(null, {
      status: 302,
      headers: { location: `/api/auth/signin${request.nextUrl.search}` },
    });
  let reference: string | null = null;
  const options = doorway().identity.authOptions(request.headers, (found) => {
    reference = found;
  });
  try {
    const response: Response = await NextAuth(request, context, options);
    return await onward(response, (target) => saysWhy(target, reference));
  } catch (error) {
    return backToSignIn(request, error);
  }
}

/** next-auth passes on what the record says once it knows who somebody is. */
function backToSignIn(request: NextRequest, error: unknown): Response {
  const reference = doorway().failed(error, request.nextUrl.pathname);
  const url = `${doorway().publicUrl}/sign-in?error=Unavailable.${reference}`;
  const headers = { 'cache-control': 'no-store' };
  // Its script asks for the address to go to; a browser without the script is redirected.
  return isForm(request)
    ? Response.json({ url }, { status: 503, headers })
    : new Response(null, { status: 302, headers: { ...headers, location: url } });
}

function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
}

export { handle as GET, handle as POST };
