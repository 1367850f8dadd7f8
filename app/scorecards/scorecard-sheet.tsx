import './print.css';
import type { Scorecard } from '@/server/protocol/scorecard';
import { Advice } from './advice';
import { Agreement } from './agreement';
import { AskSection } from './ask-section';
import { Competencies } from './competencies';
import { Decision } from './decision';
import { Feedback } from './feedback';
import { Headline } from './headline';
import { SheetHeader } from './sheet-header';
import { Verdicts } from './verdicts';
import { namesOf } from './words';

interface SheetProps {
  card: Scorecard;
  /** Where the reader can replay the round; null where they can't. */
  replay?: string | null;
}

/** A scorecard as its viewer may see it: what is not on the card is not on the page. Made to be printed on two sheets. */
export function ScorecardSheet({ card, replay = null }: SheetProps) {
  const name = namesOf(card);
  return (
    <article className="scorecard flex flex-col print:block print:[&_svg[width='14']]:size-2.5">
      <SheetHeader card={card} />
      <div className="grid gap-x-16 gap-y-10 pt-8 pb-10 md:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-x-10 print:gap-y-3 print:pt-3 print:pb-4">
        <Headline card={card} name={name} />
        <Feedback card={card} name={name} />
        <div className="flex flex-col gap-8 empty:hidden md:col-start-2 md:row-start-1 print:col-start-2 print:row-start-1 print:gap-3">
          <Decision card={card} name={name} />
          <Verdicts card={card} name={name} />
        </div>
      </div>
      <Competencies card={card} />
      <div className="grid gap-x-16 gap-y-10 border-line border-t py-10 md:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-x-10 print:gap-y-4 print:py-4">
        <Advice card={card} />
        <div className="flex flex-col gap-10 print:contents">
          <Agreement agreement={card.agreement} />
          <Reflection card={card} />
        </div>
      </div>
      <section aria-labelledby="questions">
        <h2 id="questions" className="border-ink border-b pb-2 font-semibold text-xl">
          Question by question
        </h2>
        <div className="divide-y divide-line print:columns-2 print:gap-8">
          {card.asks.map((ask) => (
            <AskSection key={ask.askId} ask={ask} card={card} name={name} replay={replay} />
          ))}
        </div>
      </section>
    </article>
  );
}

function Reflection({ card }: { card: Scorecard }) {
  if (!card.reflection) return null;
  const own = card.viewer.memberId === card.candidateId;
  return (
    <section
      aria-labelledby="reflection"
      className={card.reflection.shared ? 'print:order-last print:col-span-2' : 'print:hidden'}
    >
      <h2 id="reflection" className="kicker">
        {own ? 'Your reflection' : 'The candidate’s reflection'}
      </h2>
      <p className="mt-2 max-w-prose whitespace-pre-line print:mt-1 print:max-w-none print:text-sm">
        {card.reflection.text}
      </p>
      {card.reflection.shared ? null : (
        <p className="mt-1 text-ink-soft text-sm">Only you see this. It is not printed.</p>
      )}
    </section>
  );
}
