import { clock } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { Scorecard, ScorecardAsk } from '@/server/protocol/scorecard';
import { AskCode } from './ask-code';
import { AskPoints } from './ask-points';
import { AskRatings } from './ask-ratings';
import { Moments } from './moments';
import { OnlyYou } from './only-you';
import { OwnRecording } from './own-recording';
import { PaperRatings } from './paper-ratings';
import { ShareNote } from './share-note';
import { anchorOf, isYours, type Names, placeOf, timeInWords } from './words';

/** What the reader can do with a question, depending on where it is shown. */
export interface Offers {
  /** Where they can replay the round; null where they can't. */
  replay?: string | null;
  /** They were in the round, and may play back how the code was written. */
  playsBack?: boolean;
  /** They can change who reads their own notes. */
  sharesNotes?: boolean;
  /** Shows the code without a press. */
  unfolded?: boolean;
  /** It is from a file, which can be somebody else's. */
  fromFile?: boolean;
}

type AskSectionProps = { ask: ScorecardAsk; card: Scorecard; name: Names };

/** One question: what was asked, how it was rated, and the evidence with its minute. */
export function AskSection({ ask, card, name, ...offers }: AskSectionProps & Offers) {
  const {
    replay = null,
    playsBack = false,
    sharesNotes = false,
    unfolded = false,
    fromFile = false,
  } = offers;
  const yours = isYours(card, fromFile);
  const evidence = <Evidence ask={ask} card={card} name={name} sharesNotes={sharesNotes} />;
  const title = card.competencies.find(({ groupId }) => groupId === ask.groupId)?.title ?? '';
  const skipped = ask.status === 'skipped';
  const isAlone = card.room.format === 'alone';
  const promptId = `${anchorOf(card, ask.askId)}-prompt`;
  return (
    <section
      id={anchorOf(card, ask.askId)}
      aria-labelledby={promptId}
      className="scroll-mt-6 py-8 print:py-0.5 print:leading-tight"
    >
      <p className="kicker flex flex-wrap justify-between gap-x-4 print:break-after-avoid">
        <span className="[overflow-wrap:anywhere]">
          {ask.no} · {title}
          {skipped ? ' · skipped' : ''}
        </span>
        <span className="font-normal normal-case tracking-normal tabular">
          Asked by {name(ask.askedBy)}
          {skipped ? '' : ` · ${timeInWords(ask)}`}
        </span>
      </p>
      <h3
        id={promptId}
        tabIndex={isAlone ? -1 : undefined}
        className="mt-2 max-w-[50ch] font-medium text-lg leading-snug [overflow-wrap:anywhere] print:mt-0.5 print:max-w-none print:break-inside-avoid print:text-sm print:leading-tight print:[text-wrap:wrap]"
      >
        <PackText>{ask.prompt}</PackText>
      </h3>
      {ask.followUps.map((followUp) => (
        <p
          key={followUp.id}
          className="mt-1 max-w-prose text-ink-soft text-sm print:mt-0 print:max-w-none print:text-xs print:leading-tight [overflow-wrap:anywhere]"
        >
          Follow-up: <PackText>{followUp.text}</PackText>
        </p>
      ))}
      <div className="mt-5 grid items-start gap-x-16 gap-y-6 empty:hidden md:grid-cols-2 print:mt-0.5 print:flex print:flex-col print:items-stretch print:gap-0.5">
        <div className="flex min-w-0 flex-col gap-6 empty:hidden print:contents">
          {skipped ? null : <AskRatings ask={ask} card={card} name={name} replay={replay} yours={yours} />}
          {skipped ? null : <PaperRatings ask={ask} card={card} name={name} />}
          {ask.points ? evidence : null}
        </div>
        {ask.points ? <AskPoints ask={ask} name={name} timed={isAlone} /> : evidence}
      </div>
      {isAlone ? <OwnRecording roomId={card.room.roomId} askId={ask.askId} heir={promptId} /> : null}
      {replay ? <Moments ask={ask} card={card} name={name} replay={replay} /> : null}
      <AskCode ask={ask} card={card} name={name} playsBack={playsBack} unfolded={unfolded} />
      <OnlyYou ask={ask} card={card} sharesNotes={sharesNotes} />
    </section>
  );
}

function Evidence({ ask, card, name, sharesNotes }: AskSectionProps & { sharesNotes: boolean }) {
  if (ask.evidence.length === 0) return null;
  const own = (author: string | null, noteId: string) =>
    author === card.viewer.memberId ? ask.mine?.notes.find((note) => note.noteId === noteId) : undefined;
  return (
    <div className="print:order-last">
      <h4 className="kicker print:hidden">Evidence</h4>
      <ul className="mt-1.5 flex flex-col gap-1.5 print:mt-0.5 print:block print:text-xs print:leading-tight">
        {ask.evidence.map(({ memberId, noteId, text, atMs }) => {
          const note = sharesNotes ? own(memberId, noteId) : undefined;
          return (
            <li
              key={`${memberId} ${noteId}`}
              className="flex gap-3 text-sm print:mr-3 print:inline print:text-xs print:leading-tight"
            >
              <span className="w-10 shrink-0 text-right text-ink-soft tabular print:mr-1">{clock(atMs)}</span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {memberId === null ? null : <span className="text-ink-soft">{name(memberId)}: </span>}
                <span className="whitespace-pre-line">{text}</span>
              </span>
              {note ? <ShareNote {...placeOf(card, ask)} noteId={noteId} share={note.share} /> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
