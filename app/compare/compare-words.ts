import { plural } from '@/app/ui/format';
import { agreementInWords, alphaInFigures } from '@/server/protocol/agreement-words';
import type { Scorecard } from '@/server/protocol/scorecard';

/** How many people assessed at least one answer: on a panel, some only steer. A file can be somebody else's. */
export function ratersInWords({ room, shows, asks }: Scorecard, fromFile: boolean): string {
  if (room.format === 'alone') return fromFile ? 'the candidate alone' : 'you alone';
  if (shows.ratings !== 'named') return 'not shared with you';
  const raters = new Set(
    asks.flatMap(({ panel }) =>
      (panel?.ratings ?? []).flatMap(({ memberId, first }) => (first?.value == null ? [] : [memberId])),
    ),
  );
  return raters.size === 0 ? 'nobody' : plural(raters.size, 'person', 'people');
}

interface AgreementWords {
  /** α with its interval; null where no number is valid. */
  figures: string | null;
  words: string;
}

/** How far the panel of a round agreed, for a column. */
export function agreementInColumn({ room, agreement }: Scorecard): AgreementWords {
  if (room.format === 'alone')
    return { figures: null, words: 'One person rated, so there is nothing to compare.' };
  if (!agreement) return { figures: null, words: 'not shared with you' };
  const figures = alphaInFigures(agreement);
  const [near = '', why = ''] = agreementInWords(agreement);
  return { figures, words: figures === null ? `${near} ${why}`.trim() : near };
}
