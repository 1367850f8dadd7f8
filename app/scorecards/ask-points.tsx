import { clock } from '@/app/ui/format';
import { LedgerMark, LedgerSign } from '@/app/ui/ledger-mark';
import { PackText } from '@/app/ui/pack-text';
import { markWords } from '@/server/protocol/mark-words';
import type { ScorecardAsk, ScorecardPoint } from '@/server/protocol/scorecard';
import { MARKS, type Mark } from '@/server/protocol/words';
import { listed } from '@/server/room/rules';
import type { Names } from './words';

type AskPointsProps = {
  ask: ScorecardAsk;
  name: Names;
  /** Shows when each was heard. */
  timed?: boolean;
};

/** The key points of a question, or the planted issues of an exercise, as the panel heard them. */
export function AskPoints({ ask, name, timed = false }: AskPointsProps) {
  if (!ask.points) return null;
  return (
    <div>
      <h4 className="kicker print:hidden">{ask.kind === 'exercise' ? 'Planted issues' : 'Key points'}</h4>
      <ul className="mt-1.5 flex flex-col gap-2.5 print:mt-0 print:gap-0.5">
        {ask.points.map((point) => (
          <Point
            key={point.id}
            point={point}
            name={name}
            words={markWords(ask.kind)}
            timed={timed || ask.kind === 'exercise'}
          />
        ))}
      </ul>
    </div>
  );
}

interface MarkedProps {
  point: ScorecardPoint;
  name: Names;
  /** What the marks are called: an issue is found, not heard. */
  words: Record<Mark, string>;
}

interface PointProps extends MarkedProps {
  /** Shows beside it when it was heard. */
  timed: boolean;
}

function Point({ point, name, words, timed }: PointProps) {
  const at = timed && point.heardAtMs !== null ? clock(point.heardAtMs) : null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-sm print:flex print:gap-x-1.5 print:text-xs print:leading-tight">
      <PaperSign mark={point.panel} words={words} />
      <span className="[overflow-wrap:anywhere]">
        <PackText>{point.text}</PackText>
        {point.severity ? <span className="text-ink-soft"> ({point.severity})</span> : null}
        <span className="hidden text-ink-soft print:inline">
          {at ? ` ${at}` : ''}
          {point.disputed ? <PaperDisputed point={point} name={name} /> : null}
        </span>
      </span>
      {point.panel ? (
        <span className="flex items-start gap-2 print:hidden">
          {at ? <span className="text-ink-soft text-xs tabular">{at}</span> : null}
          <LedgerMark mark={point.panel} word={words[point.panel]} className="self-start" />
        </span>
      ) : null}
      {point.disputed ? <Disputed point={point} name={name} words={words} /> : null}
      {point.context ? (
        <span className="col-span-2 mt-0.5 text-ink-soft text-xs [overflow-wrap:anywhere] print:hidden">
          Why: <PackText>{point.context}</PackText>
        </span>
      ) : null}
    </li>
  );
}

/** On paper, the mark is the point's bullet. The legend above all questions has its word. */
function PaperSign({ mark, words }: { mark: ScorecardPoint['panel'] } & Pick<MarkedProps, 'words'>) {
  return (
    <span className="hidden w-2.5 shrink-0 pt-0.5 print:block">
      {mark ? (
        <>
          <LedgerSign mark={mark} size={9} />
          <span className="sr-only">{words[mark]}</span>
        </>
      ) : null}
    </span>
  );
}

/** Who gave which mark to a point. */
function marksOf({ ticks }: ScorecardPoint, name: Names) {
  return MARKS.flatMap((mark) => {
    const people = ticks.filter((tick) => tick.mark === mark).map(({ memberId }) => name(memberId));
    return people.length > 0 ? [{ mark, people }] : [];
  });
}

function PaperDisputed({ point, name }: Omit<MarkedProps, 'words'>) {
  return marksOf(point, name).map(({ mark, people }) => (
    <span key={mark} className="ml-1.5 inline-block">
      <span className="mr-0.5 inline-block">
        <LedgerSign mark={mark} size={8} />
      </span>
      {people.join(', ')}
    </span>
  ));
}

/** Who heard what, where they differ. */
function Disputed({ point, name, words }: MarkedProps) {
  return (
    <span className="col-span-2 mt-0.5 flex flex-wrap gap-x-3 text-xs print:hidden">
      <span className="font-medium">
        {words.heard.charAt(0).toUpperCase() + words.heard.slice(1)} differently:
      </span>
      {marksOf(point, name).map(({ mark, people }) => (
        <span key={mark} className="inline-flex items-center gap-1">
          <LedgerSign mark={mark} size={10} />
          {listed(people)} {words[mark]}
        </span>
      ))}
    </span>
  );
}
