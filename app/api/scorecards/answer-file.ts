import { asAnybody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

type Review = ReturnType<typeof doorway>['review'];
type Wish = Parameters<Review['exported']>[1];

const FORMS = { md: 'markdown', csv: 'csv', json: 'json' } as const;
const TYPES = { md: 'text/markdown', csv: 'text/csv', json: 'application/json' } as const;

/** `?form=md`, `csv` or `json`; null for anything else. */
function formOf(request: Request): keyof typeof FORMS | null {
  const asked = new URL(request.url).searchParams.get('form') ?? 'json';
  return asked === 'md' || asked === 'csv' || asked === 'json' ? asked : null;
}

/**
 * Scorecards as a file. Somebody signed out, a stranger, and an address that leads nowhere get the same answer. `name` has
 * no ending and is plain ASCII.
 */
export async function answerFile(request: Request, wish: Wish, name: string): Promise<Response> {
  const form = formOf(request);
  if (!form) return reject('bad-command');
  return asAnybody(request, async ({ principal }) => {
    const parts = principal && (await doorway().review.exported(principal, wish, FORMS[form]));
    if (parts === 'often') return reject('slow-down');
    return parts ? fileOf(parts, form, name) : reject('not-found');
  });
}

function fileOf(parts: AsyncGenerator<string>, form: keyof typeof FORMS, name: string): Response {
  return new Response(streamOf(parts), {
    headers: {
      'content-type': `${TYPES[form]}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}.${form}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}
