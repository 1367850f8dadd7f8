import type { Command } from '../protocol/commands';
import { EVERYTHING_SHARED, MANNERS, type Manner } from '../protocol/words';
import { chanceOf } from './answers';
import { fittingFollowUp } from './follow-up';
import { pushesNext } from './host';
import type { OwnAnswer } from './overheard';
import { liveAsk } from './panelist';
import { clockOf, type PanelSight, SECOND_MS } from './sight';

/** What simulated panelists do in a room where somebody practises alone: they ask, each in a different manner. */

export type PracticeSight = PanelSight & {
  /** Null while the candidate answers. */
  answer: OwnAnswer | null;
  /** The candidate said that they are ready. */
  isReady: boolean;
};

export const mannerOf = (no: number): Manner => MANNERS[no % MANNERS.length] ?? 'brief';

/** Follow-ups to one question: more would be an interrogation. */
const FOLLOW_UPS = 2;
/** An answer shorter than this share of the time leaves room for a follow-up. */
const SHORT = 0.5;
/** Seconds between two questions. */
const PAUSE = 1.5;
/** Seconds after the last mark of an answer: once every point is marked, and before that for somebody who has stopped. */
const ALL_MARKED = 3;
const STOPPED_MARKING = 30;
/** Seconds for which the room stays open after its scorecard is ready. */
const STAYS = 60;

export function asksAlone(sight: PracticeSight): Command | null {
  const { view, audience, visitor } = sight;
  const { round } = view;
  if (!round) {
    const starts = audience === 'host' && visitor.isHere && sight.isReady;
    return starts ? { type: 'StartRound', candidateId: visitor.id } : null;
  }
  const { roundId } = round;
  if (round.phase === 'asking')
    return (visitor.isHere ? asks(sight) : null) ?? (audience === 'host' ? ends(sight, roundId) : null);
  if (audience !== 'host') return null;
  if (round.phase === 'deliberating') return { type: 'OpenDebrief', roundId };
  if (round.phase === 'debrief') return { type: 'PublishRound', roundId, sharing: EVERYTHING_SHARED };
  return sight.since('published') > STAYS ? { type: 'EndRoom' } : null;
}

function asks(sight: PracticeSight): Command | null {
  const live = liveAsk(sight);
  if (live) return followsUp(sight);
  const asked = Object.keys(sight.view.asks.asks).length;
  const isMine = asked % MANNERS.length === sight.no;
  if (!isMine || wantsToStop(sight) || sight.since(`between ${asked}`) < PAUSE) return null;
  return pushesNext(sight, null);
}

/** A raised hand between two questions means "enough". */
const wantsToStop = ({ view, visitor }: PracticeSight) => Object.hasOwn(view.hands.members, visitor.id);

/** Also without the candidate: a person who closes the page after the last answer still wants their scorecard. */
function ends(sight: PracticeSight, roundId: string): Command | null {
  if (sight.visitor.isGone) return { type: 'StartDeliberation', roundId };
  if (liveAsk(sight)) return null;
  const isOver = wantsToStop(sight) || pushesNext(sight, null) === null;
  return isOver ? { type: 'StartDeliberation', roundId } : null;
}

/** A panelist who digs asks about what was not heard; a friendly one asks about what there was time for. */
function followsUp(sight: PracticeSight): Command | null {
  const { view, answer, no } = sight;
  const ask = liveAsk(sight);
  const item = view.live?.item;
  if (!ask || !item || !answer || answer.isRated || ask.pushedFollowUps.length >= FOLLOW_UPS) return null;
  const { askId } = ask;
  const manner = mannerOf(no);
  const round = `${askId} ${ask.pushedFollowUps.length}`;
  if (manner === 'digs') {
    const marks = JSON.stringify(answer.marks);
    const patience = item.points.every(({ id }) => id in answer.marks) ? ALL_MARKED : STOPPED_MARKING;
    if (marks === '{}' || sight.since(`marks ${round} ${marks}`) < patience) return null;
    const fitting = fittingFollowUp(item, answer.marks, ask.pushedFollowUps);
    return fitting && { type: 'PushFollowUp', askId, followUpId: fitting.id };
  }
  if (manner !== 'friendly' || ask.pushedFollowUps.length > 0) return null;
  const isShort = clockOf(sight) * SECOND_MS < ask.targetMs * SHORT;
  const [first] = item.followUps;
  return isShort && first && sight.since(`finished ${askId}`) > 1
    ? { type: 'PushFollowUp', askId, followUpId: first.id }
    : null;
}

const LEADS: Record<Manner, readonly string[]> = {
  brief: ['Next question.', 'All right, the next one.', 'Moving on.'],
  digs: [
    'I would like you to be specific here.',
    'Tell me why, too, not only what.',
    'Think of a real case for this one.',
  ],
  friendly: [
    'I have been looking forward to this one. Take your time.',
    'No hurry with this one.',
    'This one is fun. Start wherever you like.',
  ],
};

/** A few words before a question, in its asker's manner; `asked`: how many were asked before it. */
export function leadOf(no: number, { askId, asked }: { askId: string; asked: number }, seed: number): string {
  if (asked === 0 && mannerOf(no) === 'brief') return 'Let’s begin.';
  return chanceOf(seed, 'lead', askId).pick(LEADS[mannerOf(no)]);
}
