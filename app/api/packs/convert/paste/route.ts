import { asReader } from '@/app/api/answer';
import { bodyWithin } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';
import { FILE_BYTES, pastedSource } from '@/server/protocol/guide-source';
import { REJECTIONS } from '@/server/protocol/rejections';

/** Turns what was pasted into Markdown: JSON with the clipboard's HTML and text. */
export async function POST(request: Request): Promise<Response> {
  return asReader(
    request,
    (from) => bodyWithin(from, FILE_BYTES),
    async (body, asker) => {
      const paste = pastedSource.safeParse(parsed(body));
      if (!paste.success) return { ok: false, code: 'bad-command', message: REJECTIONS['bad-command'] };
      return doorway().packs.convert({ paste: paste.data }, asker);
    },
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
