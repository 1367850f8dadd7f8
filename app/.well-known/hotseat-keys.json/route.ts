import { orUnavailable } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Keys change with the secret, which is hardly ever. */
const KEPT_SECONDS = 300;

/** The public keys for the scorecards that this server signs (RFC 7517). Readers elsewhere verify with them. */
export async function GET(request: Request): Promise<Response> {
  return orUnavailable(request, async () =>
    Response.json(
      { keys: await doorway().review.keys() },
      { headers: { 'cache-control': `public, max-age=${KEPT_SECONDS}` } },
    ),
  );
}
