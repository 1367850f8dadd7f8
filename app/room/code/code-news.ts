import type { CandidateCode, PanelCode } from '@/server/protocol/code';
import { inOrder } from '@/server/protocol/in-order';
import { linesInWords } from '@/server/room/rules';

/** What both the panel and the candidate see of an exercise. */
export type SeenCode = Pick<PanelCode | NonNullable<CandidateCode>, 'askId' | 'pen' | 'pointers'> & {
  hints: PanelCode['hints'];
};

interface Reader {
  me: string | null;
  nameOf: (memberId: string) => string;
}

/** What others did with the same exercise, for those who cannot see it: who may write, what they point at, a hint. */
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
  return news;
}
