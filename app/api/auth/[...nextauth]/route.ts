import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { doorway } from '@/server/doorway';

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
  return NextAuth(request, context, doorway().identity.authOptions(request.headers));
}

function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
}

export { handle as GET, handle as POST };
