import type { CandidateCode, CheckRun, PanelCode } from '@/server/protocol/code';
import { inOrder } from '@/server/protocol/in-order';
import { linesInWords } from '@/server/room/rules';

/** What both the panel and the candidate see of an exercise. */
export type SeenCode = Pick<
  PanelCode | NonNullable<CandidateCode>,
  'askId' | 'pen' | 'pointers' | 'run' | 'ran'
> & {
  hints: PanelCode['hints'];
  /** Only the panel sees them. */
  panelRuns?: PanelCode['panelRuns'];
};

interface Reader {
  me: string | null;
  nameOf: (memberId: string) => string;
}

/** What happens to the same exercise, for people who cannot see it: who may write, pointers, a hint, results of checks. */
export function codeNews(now: SeenCode | null, before: SeenCode | null, { me, nameOf }: Reader): string[] {
  if (!now || now.askId !== before?.askId) return [];
  const news: string[] = [];
  if (now.pen !== before.pen) {
    if (now.pen !== null)
      news.push(
        now.pen === me ? 'You have the pen: you can write in the code.' : `${nameOf(now.pen)} has the pen.`,
      );
    else news.push(before.pen === me ? 'The pen was taken back.' : 'Nobody on the panel has the pen now.');
  }
  for (const [key, { memberId, lines, text }] of Object.entries(now.pointers)) {
    const known = before.pointers[key];
    if (
      memberId === me ||
      (known?.text === text && known.lines.from === lines.from && known.lines.to === lines.to)
    )
      continue;
    news.push(`${nameOf(memberId)} points at ${linesInWords(lines)}${text === '' ? '' : `: ${text}`}`);
  }
  const [last] = inOrder(now.hints).slice(-1);
  if (last && inOrder(before.hints).length < inOrder(now.hints).length)
    news.push(`The candidate has hint ${last.no}.`);
  const runs = [
    { label: now.panelRuns ? 'Checks that the candidate ran' : 'Checks', run: now.run, known: before.run },
    {
      label: 'Shown checks, run by the panel',
      run: now.panelRuns?.shown,
      known: before.panelRuns?.shown,
    },
    { label: 'Hidden checks', run: now.panelRuns?.hidden, known: before.panelRuns?.hidden },
  ];
  for (const { label, run, known } of runs)
    if (run && run.runs !== known?.runs) news.push(`${label}: ${passedInWords(run)}.`);
  if (now.ran && now.ran.runs !== before.ran?.runs)
    news.push(`${now.panelRuns ? 'The candidate ran the code' : 'Output'}: ${ranInWords(now.ran)}.`);
  return news;
}

/** What came of a run without checks. */
export function ranInWords({ results, output }: CheckRun): string {
  const [failed] = results.filter(({ ok }) => !ok);
  if (failed) return `stopped with “${failed.message}”`;
  return output === '' ? 'nothing was printed' : 'ended without an error';
}

/** "3 of 4 passed". */
export function passedInWords({ results }: CheckRun): string {
  return `${results.filter(({ ok }) => ok).length} of ${results.length} passed`;
}
