import { doorway } from '@/server/doorway';

/** The sample round, moment by moment, for anybody. */
export async function GET(): Promise<Response> {
  const { replay } = await doorway().sample();
  return Response.json({ ok: true, value: replay }, { headers: { 'cache-control': 'no-store' } });
}
