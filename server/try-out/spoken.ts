import type { PackItem } from '../protocol/pack';
import type { SpokenAnswer } from '../protocol/try-out';
import {
  type Ask,
  audienceOf,
  currentRound,
  isInSeat,
  isSimulated,
  itemOf,
  liveAsk,
  memberOf,
  membersIn,
  type RoomState,
} from '../room/core/state';
import { answerTo, chanceOf } from './answers';
import { leadOf } from './practice';
import { SECOND_MS, TALK } from './sight';

/** Said where the pack has no sample answer. It says nothing about the question, so that nobody takes it for an answer. */
const WITHOUT_A_SAMPLE = [
  'I would begin by asking what matters most here. Then I would take the simplest thing that works, and look at what it costs. I have done something like it once, and our first version was too clever. We went back, measured, and kept the part that we could explain. I would do it in that order again.',
  'Let me think of a real case. We had a week, and two ways to go. I wrote down what each would cost us later, and we took the one that we could undo. It was slower at first. In the end it paid off, because the plan changed twice. What I would do differently is to say so earlier.',
];

const TO_A_FOLLOW_UP = [
  'Good question. I would measure it before I changed anything.',
  'It costs a little more. Here I think it is worth it.',
  'I have not tried that at this size, so I would test it first.',
];

/** What is heard of the live question. A person who may not listen gets what a candidate gets: nothing. */
export function spokenIn(state: RoomState, memberId: string): SpokenAnswer | null {
  const { tryOut } = state;
  const audience = audienceOf(state, memberId);
  const round = currentRound(state);
  const ask = liveAsk(round);
  const item = ask && itemOf(state, ask.itemId);
  if (tryOut?.alone) return ask ? leadTo(state, ask, tryOut.seed) : null;
  const listens = audience === 'host' || audience === 'panelist' || audience === 'observer';
  if (!listens || !round || !item || !tryOut || isInSeat(state, tryOut.visitorId)) return null;
  return {
    askId: ask.askId,
    speaker: memberOf(state, round.candidateId)?.name ?? '',
    text: textOf(item, tryOut.seed),
    talkMs: TALK * SECOND_MS,
    more: ask.followUps.map(({ followUpId }) => chanceOf(tryOut.seed, followUpId).pick(TO_A_FOLLOW_UP)),
    behavioural: false,
  };
}

function textOf(item: PackItem, seed: number): string {
  return answerTo(item, seed)?.text ?? chanceOf(seed, item.id).pick(WITHOUT_A_SAMPLE);
}

/** If a person practises alone, the asker says a few words before the question. */
function leadTo(state: RoomState, { askId, askedBy, itemId }: Ask, seed: number): SpokenAnswer {
  const item = itemOf(state, itemId);
  const others = membersIn(state).filter(isSimulated);
  const no = others.findIndex(({ memberId }) => memberId === askedBy);
  const asked = currentRound(state)?.asks.findIndex((ask) => ask.askId === askId) ?? 0;
  return {
    askId,
    speaker: others[no]?.name ?? '',
    text: leadOf(Math.max(0, no), { askId, asked: Math.max(0, asked) }, seed),
    talkMs: 0,
    more: [],
    behavioural: item?.kind === 'question' && item.behavioural,
  };
}
