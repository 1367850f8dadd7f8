import { answer, asAnybody } from '@/app/api/answer';
import { MOST_CHOSEN } from '@/app/history/most-chosen';
import type { NotDownloaded } from '@/app/history/not-downloaded/why';
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

/** The person's page on which the download is offered, and what the file is called: plain ASCII, without an ending. */
interface Origin {
  page: string;
  name: string;
}

/** Scorecards as a file. Somebody signed out, a stranger, and an address that leads nowhere get the same answer. */
export async function answerFile(request: Request, wish: Wish, { page, name }: Origin): Promise<Response> {
  const form = formOf(request);
  if (!form) return noFile(request, 'bad-command', page);
  const answered = await asAnybody(request, async ({ principal }) => {
    const parts = principal && (await doorway().review.exported(principal, wish, FORMS[form]));
    if (parts === 'often') return noFile(request, 'slow-down', page);
    return parts ? fileOf(parts, form, name) : noFile(request, 'not-found', page);
  });
  return answered.status === 503 && isNavigation(request) ? explained('unavailable', page) : answered;
}

const SENTENCES = {
  'not-found': 'A scorecard that this address names is not open to you. It may have been withdrawn.',
  'bad-command': `This address is not complete, or it names more than ${MOST_CHOSEN} scorecards.`,
  'slow-down': 'You downloaded too many files in one minute. Wait a minute.',
};

/** Why there is no file: a page for somebody who pressed a button, JSON for a program. */
export function noFile(request: Request, code: keyof typeof SENTENCES, page: string): Response {
  if (isNavigation(request)) return explained(code, page);
  return answer({ ok: false, code, message: SENTENCES[code] });
}

/** A browser that would show the answer in place of the page. */
const isNavigation = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false;

function explained(why: NotDownloaded, page: string): Response {
  const location = `/history/not-downloaded?${new URLSearchParams({ why, from: page })}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
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
