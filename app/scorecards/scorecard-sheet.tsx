import './print.css';
import { useId } from 'react';
import { LedgerSign } from '@/app/ui/ledger-mark';
import { markWords } from '@/server/protocol/mark-words';
import type { OwnFeedback } from '@/server/protocol/own-feedback';
import type { Scorecard } from '@/server/protocol/scorecard';
import { MARKS } from '@/server/protocol/words';
import { Advice } from './advice';
import { Agreement } from './agreement';
import { AskSection, type Offers } from './ask-section';
import { Competencies } from './competencies';
import { Decision } from './decision';
import { Feedback } from './feedback';
import { Headline } from './headline';
import { SheetHeader } from './sheet-header';
import { Titled } from './titled';
import { Verdicts } from './verdicts';
import { isYours, namesOf } from './words';

interface SheetProps extends Offers {
  card: Scorecard;
  /** One of several on the page. */
  among?: boolean;
  /** The viewer's own feedback, where they can change it. */
  ownFeedback?: OwnFeedback | null;
}

/** A scorecard as its viewer may see it: what is not on the card is not on the page. It prints on two sheets. */
export function ScorecardSheet({ card, among = false, ownFeedback = null, ...offers }: SheetProps) {
  const name = namesOf(card);
  const questions = useId();
  const yours = isYours(card, offers.fromFile ?? false);
  return (
    <article className="scorecard flex flex-col print:block print:[&_svg[width='14']]:size-2.5">
      <SheetHeader card={card} among={among} yours={yours} />
      <div className="grid gap-x-16 gap-y-10 pt-8 pb-10 md:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-x-10 print:gap-y-2 print:pt-2 print:pb-2">
        <Headline card={card} name={name} replay={offers.replay ?? null} yours={yours} />
        <Feedback card={card} name={name} own={ownFeedback} />
        <div className="flex flex-col gap-8 empty:hidden md:col-start-2 md:row-start-1 print:col-start-2 print:row-start-1 print:gap-3">
          <Decision card={card} name={name} />
          <Verdicts card={card} name={name} />
        </div>
      </div>
      <Competencies card={card} />
      <div className="grid gap-x-16 gap-y-10 border-line border-t py-10 md:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-x-10 print:gap-y-2 print:py-2">
        <Advice card={card} />
        <div className="flex flex-col gap-10 print:col-start-2 print:row-span-2 print:row-start-1 print:gap-2">
          <Agreement agreement={card.agreement} />
          <Reflection card={card} yours={yours} />
        </div>
      </div>
      <section aria-labelledby={questions}>
        <h2
          id={questions}
          className="border-ink border-b pb-2 font-semibold text-xl print:pb-0.5 print:text-base"
        >
          Question by question
        </h2>
        <PaperLegend asks={card.asks} />
        <div className="divide-y divide-line print:columns-2 print:gap-6">
          {card.asks.map((ask) => (
            <AskSection key={ask.askId} ask={ask} card={card} name={name} {...offers} />
          ))}
        </div>
      </section>
    </article>
  );
}

/** What the signs of the questions mean on paper, where a word beside each has no room. */
function PaperLegend({ asks }: { asks: Scorecard['asks'] }) {
  const marked = asks.filter(({ points }) => points?.some(({ panel }) => panel !== null));
  const isMarked = marked.length > 0;
  const words = [...new Set(marked.map(({ kind }) => kind))].map(markWords);
  const isSpread = asks.some(({ panel }) => panel && panel.ad !== null);
  return (
    <p className="hidden break-after-avoid gap-x-4 pt-1.5 text-ink-soft text-xs empty:hidden print:flex">
      {isMarked
        ? MARKS.map((mark) => (
            <span key={mark} className="inline-flex items-center gap-1">
              <LedgerSign mark={mark} size={9} />
              {[...new Set(words.map((of) => of[mark]))].join(' or ')}
            </span>
          ))
        : null}
      {isMarked ? <span>the panel’s mark, and the marks of people who differ</span> : null}
      {isSpread ? <span>AD: average deviation of the ratings</span> : null}
    </p>
  );
}

function Reflection({ card, yours }: { card: Scorecard; yours: boolean }) {
  if (!card.reflection) return null;
  return (
    <Titled
      title={yours ? 'Your reflection' : 'The candidate’s reflection'}
      className={card.reflection.shared ? undefined : 'print:hidden'}
    >
      <p className="mt-2 max-w-prose whitespace-pre-line print:mt-0.5 print:max-w-none print:text-xs">
        {card.reflection.text}
      </p>
      {card.reflection.shared ? null : (
        <p className="mt-1 text-ink-soft text-sm">
          {yours ? 'Only you see this.' : 'They kept it to themselves.'} It is not printed.
        </p>
      )}
    </Titled>
  );
}
