import { asAnybody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** The Markdown as a file; `?no=` asks for an earlier version. */
export async function GET(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const asked = new URL(request.url).searchParams.get('no');
  const no = asked === null ? undefined : Number(asked);
  if (no !== undefined && !Number.isInteger(no)) return reject('pack-unknown');
  return asAnybody(request, async ({ principal }) => {
    const found = await doorway().packs.source(principal, packId, no);
    return found ? fileOf(found) : reject('pack-unknown');
  });
}

function fileOf({ title, source }: { title: string; source: string }): Response {
  const name = `${title.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').trim() || 'pack'}.md`;
  return new Response(source, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="pack.md"; filename*=UTF-8''${extended(name)}`,
      'cache-control': 'no-store',
    },
  });
}

/** RFC 8187 also escapes some characters that `encodeURIComponent` leaves as they are. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
