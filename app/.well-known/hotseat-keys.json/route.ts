import { doorway } from '@/server/doorway';

/** Keys change with the secret, which is hardly ever. */
const KEPT_SECONDS = 300;

/** The public keys for the scorecards that this server signs (RFC 7517). Readers elsewhere verify with them. */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: await doorway().review.keys() },
    { headers: { 'cache-control': `public, max-age=${KEPT_SECONDS}` } },
  );
}
