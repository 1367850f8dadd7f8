import fc from 'fast-check';
import type { Pack, PackItem } from '../protocol/pack';
import type { Sharing } from '../protocol/sharing';
import { DECISIONS, MARKS, NOTE_SHARES, type NoteShare, VERDICTS } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import { aiko, marcus, priya, type Step } from './interview-script';

/** The played interview with everything in it changed that one reader of the past may not know. */

/** Asks whose ratings never opened: one was skipped, nobody rated the other. */
const UNOPENED = ['a5', 'a7'];
const ASKED = ['misunderstanding', 'safe-release', 'slow-endpoint', 'n-plus-one', 'loose'];
/** Asks with notes for the candidate: who reads them knows that there was a reveal. */
const NOTED = ['a1', 'a3', 'a4'];
const PANEL: readonly string[] = [priya, marcus, aiko];

export interface Reader {
  memberId: string;
  isPanel: boolean;
  shows: Sharing;
  /** Of a share link: what stays with the panel and with its maker is not for them, nor names unless it has them. */
  link?: { names: boolean };
}

/** A source of arbitrary values that starts again for every pair of worlds. */
export type Arbitrary = fc.GeneratorValue;

/**
 * The same event with everything in it changed that this reader may not know; null when it never happened. In a `silent`
 * world nobody ticked what this reader may not see, so that nobody disagreed either.
 */
export function otherwise(
  { event, by }: Step,
  reader: Reader,
  any: Arbitrary,
  silent: boolean,
): RoomEvent | null {
  const { memberId, shows, isPanel, link } = reader;
  const own = by === memberId;
  const counts = PANEL.includes(by ?? '');
  const value = () => any(fc.option, fc.integer({ min: 1, max: 5 }), { nil: null });
  switch (event.type) {
    case 'MessageSent':
      return any(fc.boolean) ? null : { ...event, text: any(fc.string) };
    case 'StarMarked':
      return own ? event : { ...event, atMs: any(fc.nat) };
    case 'NoteWritten':
      return own || (counts && !UNOPENED.includes(event.askId) && isNoteFor(event.share, reader))
        ? event
        : {
            ...event,
            text: any(fc.string),
            atMs: any(fc.nat),
            share:
              counts && !UNOPENED.includes(event.askId)
                ? event.share === 'panel'
                  ? 'panel'
                  : 'none'
                : any(fc.constantFrom, ...NOTE_SHARES),
          };
    case 'PointMarked': {
      const seen = counts && shows.ratings !== 'none' && shows.keyPoints && !UNOPENED.includes(event.askId);
      if (own || seen) return event;
      return silent ? null : { ...event, mark: any(fc.constantFrom, ...MARKS) };
    }
    case 'RatingSubmitted':
    case 'RatedAgain': {
      const seen = counts && shows.ratings !== 'none' && !UNOPENED.includes(event.askId);
      return own || seen ? event : { ...event, value: value() };
    }
    case 'AskRevealed':
      if (shows.ratings !== 'none' || (shows.evidence && NOTED.includes(event.askId))) return event;
      return any(fc.boolean) ? event : null;
    case 'VerdictSubmitted':
      return shows.verdicts
        ? event
        : { ...event, verdict: any(fc.constantFrom, ...VERDICTS), rationale: any(fc.string) };
    case 'FeedbackWritten':
      return shows.feedback ? event : { ...event, keepDoing: any(fc.string), workOn: any(fc.string) };
    case 'SummaryWritten':
      return shows.feedback ? event : { ...event, text: any(fc.string) };
    case 'DecisionRecorded':
      if (isPanel && !link) return event;
      return { ...event, decision: any(fc.constantFrom, ...DECISIONS), why: any(fc.string) };
    case 'ReflectionWritten':
      return own || event.shared ? event : { ...event, text: any(fc.string) };
    case 'RoomOpened': {
      const { settings } = event;
      const named = link?.names === false ? { settings: { ...settings, title: any(fc.string) } } : {};
      return { ...event, ...named, pack: otherPack(event.pack, reader, any) };
    }
    case 'MemberJoined':
      if (link?.names !== false) return event;
      return { ...event, member: { ...event.member, name: any(fc.string) } };
    case 'RoundStarted':
      return { ...event, agenda: any(fc.shuffledSubarray, event.agenda) };
    default:
      return event;
  }
}

function isNoteFor(share: NoteShare, { isPanel, shows }: Reader): boolean {
  return isPanel ? share !== 'none' : share === 'candidate' && shows.evidence;
}

/** Questions that were never asked, and of those that were: what only the panel prepares with, and hidden points. */
function otherPack(pack: Pack, reader: Reader, any: Arbitrary): Pack {
  const text = () => `x${any(fc.string)}`;
  const changed = <T extends PackItem>(item: T): T => ({
    ...item,
    anchors: null,
    notes: [text()],
    ...('hints' in item ? { hints: [text()] } : { why: text(), weakAnswers: [text()] }),
    ...(ASKED.includes(item.id) ? {} : { followUps: [] }),
    ...(ASKED.includes(item.id) || item.id === 'scope-change' ? {} : { prompt: text() }),
    ...(ASKED.includes(item.id) && reader.shows.keyPoints ? {} : hiddenPoints(item, text)),
  });
  return {
    ...pack,
    version: reader.shows.keyPoints ? pack.version : text(),
    notes: [text()],
    tips: [],
    questions: pack.questions.map(changed),
    exercises: pack.exercises.map(changed),
  };
}

function hiddenPoints(item: PackItem, text: () => string) {
  const context = text();
  const points = item.points.map((point) => ({ ...point, text: text(), context }));
  return 'improved' in item ? { points, improved: text(), reasons: [] } : { points };
}
