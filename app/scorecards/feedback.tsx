import { clsx } from 'clsx';
import type { OwnFeedback } from '@/server/protocol/own-feedback';
import type { Scorecard } from '@/server/protocol/scorecard';
import { AmendFeedback } from './amend-feedback';
import { Titled } from './titled';
import type { Names } from './words';

type FeedbackProps = { card: Scorecard; name: Names; own: OwnFeedback | null };

/** What the panel wrote for the candidate: the summary, what to keep doing, what to work on next. */
export function Feedback({ card, name, own }: FeedbackProps) {
  const { feedback } = card;
  if (!feedback && !own) return null;
  const { summary, given, opened } = feedback ?? NOTHING_WRITTEN;
  const kept = given.filter(({ keepDoing }) => keepDoing.trim() !== '');
  const worked = given.filter(({ workOn }) => workOn.trim() !== '');
  return (
    <Titled
      title="Feedback"
      className={clsx(
        'border-line border-t pt-8 md:col-span-2 md:row-start-2 print:col-span-2 print:row-start-2 print:break-inside-avoid print:pt-3',
        !feedback && 'print:hidden',
      )}
    >
      {summary ? (
        <p className="mt-2 max-w-prose whitespace-pre-line text-lg [overflow-wrap:anywhere] print:mt-1 print:max-w-none print:text-sm">
          {summary}
        </p>
      ) : null}
      <div className="mt-5 grid gap-x-16 gap-y-6 empty:hidden md:grid-cols-2 print:mt-1.5 print:grid-cols-2 print:gap-x-8">
        <Said
          title="Keep doing"
          said={kept.map(({ memberId, keepDoing: text }) => ({ memberId, text }))}
          name={name}
        />
        <Said
          title="Work on next"
          said={worked.map(({ memberId, workOn: text }) => ({ memberId, text }))}
          name={name}
        />
      </div>
      {feedback ? null : <p className="mt-2 text-ink-soft">You have written none yet.</p>}
      {own ? <AmendFeedback card={card} own={own} /> : null}
      {opened || given.length === 0 ? null : (
        <p className="mt-3 text-ink-soft text-sm">
          Yours alone until the scorecard is published. Others’ feedback opens with it.
        </p>
      )}
    </Titled>
  );
}

const NOTHING_WRITTEN: NonNullable<Scorecard['feedback']> = { summary: null, given: [], opened: false };

type SaidProps = { title: string; said: { memberId: string | null; text: string }[]; name: Names };

function Said({ title, said, name }: SaidProps) {
  if (said.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium text-sm">{title}</h3>
      <ul className="mt-1.5 flex flex-col gap-2 print:mt-0.5 print:gap-0.5">
        {said.map(({ memberId, text }) => (
          <li key={`${memberId} ${text}`} className="text-sm print:text-xs [overflow-wrap:anywhere]">
            {memberId === null ? null : <span className="text-ink-soft">{name(memberId)}: </span>}
            <span className="whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
