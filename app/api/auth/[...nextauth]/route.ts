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
  return NextAuth(request, context, doorway().identity.authOptions(request.headers));
}

export { handle as GET, handle as POST };
