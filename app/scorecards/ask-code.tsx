import { CodeCompared, withoutEnd } from '@/app/room/code/code-compared';
import { clock } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { Scorecard, ScorecardAsk } from '@/server/protocol/scorecard';
import { linesInWords } from '@/server/room/rules';
import { PlayBack } from './play-back';
import { PrintedDiff } from './printed-diff';

interface Props {
  ask: ScorecardAsk;
  card: Scorecard;
  name: (memberId: string) => string;
  /** The reader may see how it was written. */
  playsBack: boolean;
  /** Shows the code without a press. */
  unfolded: boolean;
}

/** Rows of a change on paper: more would need a third sheet. */
const MOST_ROWS = 16;

/** The code of an exercise: the result beside the original, and beside the reference for people who may see that. */
export function AskCode({ ask, card, name, playsBack, unfolded }: Props) {
  const { code, reference } = ask;
  if (!code) return null;
  const title = ask.title ?? 'Exercise';
  const [original, text] = [withoutEnd(code.original), withoutEnd(code.text ?? '')];
  const changed = code.text !== null && text !== original;
  const printed = [...(changed ? ['all that changed'] : []), ...(reference ? ['how the code could be'] : [])];
  return (
    <div className="mt-5 print:mt-0.5">
      <Help code={code} name={name} />
      <details open={unfolded} className="peer print:hidden">
        <summary className="inline-flex min-h-(--control-sm) items-center rounded text-sm underline underline-offset-3">
          {reference?.improved ? 'The code, and how it could be' : 'The code'}
        </summary>
        {reference || changed ? (
          <p className="text-ink-soft text-sm">
            If you print while this is open, the printout has {printed.join(' and ')}. That may take one more
            sheet.
          </p>
        ) : null}
        <div className="mt-2">
          <CodeCompared
            title={title}
            language={code.language}
            original={code.original}
            text={code.text}
            reference={reference}
          />
        </div>
        {code.text === null || !playsBack ? null : (
          <PlayBack
            roomId={card.room.roomId}
            roundId={card.round.roundId}
            askId={ask.askId}
            title={title}
            people={card.people}
          />
        )}
      </details>
      {changed ? (
        <div className="hidden print:block peer-open:[--cut-lines:block] peer-open:[--cut-words:none]">
          <h4 className="kicker print:break-after-avoid">What changed in the code</h4>
          <PrintedDiff before={original} after={text} label={`${title}: what changed`} most={MOST_ROWS} />
        </div>
      ) : null}
      {reference ? (
        <PaperReference before={changed ? text : original} reference={reference} title={title} />
      ) : null}
    </div>
  );
}

interface PaperReferenceProps {
  before: string;
  reference: NonNullable<ScorecardAsk['reference']>;
  title: string;
}

/** How the code could be, and what each change buys: on paper if its reader opened it, since it may need one more sheet. */
function PaperReference({ before, reference: { improved, reasons }, title }: PaperReferenceProps) {
  const after = improved === null ? before : withoutEnd(improved);
  if (after === before && reasons.length === 0) return null;
  return (
    <div className="hidden print:mt-0.5 peer-open:print:block">
      <h4 className="kicker">How it could be</h4>
      {after === before ? null : (
        <PrintedDiff before={before} after={after} label={`${title}: how it could be`} />
      )}
      <ul className="text-xs leading-tight">
        {reasons.map(({ id, text }) => (
          <li key={id} className="mr-3 inline">
            <PackText>{text}</PackText>
          </li>
        ))}
      </ul>
    </div>
  );
}

const MODES = { review: 'Reviewed aloud, then one fix', rewrite: 'Rewritten' } as const;

/** How the exercise was done, the checks' results, the hints used, who wrote in it too, and what was found besides the planted issues. */
function Help({ code, name }: { code: NonNullable<ScorecardAsk['code']>; name: Props['name'] }) {
  const finds = code.finds ?? [];
  const { pens } = code;
  const { mode, checks } = code;
  if (!mode && !checks && code.hints.length === 0 && pens.length === 0 && finds.length === 0) return null;
  return (
    <ul className="mb-2 flex max-w-prose flex-col gap-1 text-sm print:mb-0 print:max-w-none print:gap-0 print:text-xs print:leading-tight">
      {mode ? <li>{code.original === '' ? 'Written from nothing' : MODES[mode]}</li> : null}
      {checks ? (
        <li>
          <span className="font-medium">Checks:</span> {checks.passed} of {checks.of} passed
          {checks.runs > 1 ? ` at the last of ${checks.runs} runs` : ''}
        </li>
      ) : null}
      {code.hints.map(({ no, text, atMs }) => (
        <li key={no}>
          <span className="font-medium">
            Hint {no}, used at {clock(atMs)}:
          </span>{' '}
          <PackText>{text}</PackText>
        </li>
      ))}
      {pens.map(({ memberId, fromMs, untilMs }) => (
        <li key={`${memberId} ${fromMs}`}>
          <span className="font-medium">{name(memberId)} could write in it too:</span> {clock(fromMs)} to{' '}
          {clock(untilMs)}
        </li>
      ))}
      {finds.map(({ memberId, text, lines, atMs }) => (
        <li key={`${memberId} ${atMs} ${text}`}>
          <span className="font-medium">Also found at {clock(atMs)}:</span> {text}{' '}
          <span className="text-ink-soft">
            ({lines ? `${linesInWords(lines)} at that time, ` : ''}
            {name(memberId)})
          </span>
        </li>
      ))}
    </ul>
  );
}
