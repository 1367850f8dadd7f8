import { doorway } from '@/server/doorway';

/** Keys change with the secret, which is hardly ever. */
const KEPT_SECONDS = 300;

/** The public keys that scorecards of this server are signed with (RFC 7517), for whoever reads one elsewhere. */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: await doorway().review.keys() },
    { headers: { 'cache-control': `public, max-age=${KEPT_SECONDS}` } },
  );
}
