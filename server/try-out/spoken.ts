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
import { chanceOf } from './answers';
import { leadOf } from './practice';
import { LIVELY, saidTo } from './said';
import { SECOND_MS } from './sight';

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
  const { text, seconds } = saidTo(item, {
    seed: tryOut.seed,
    isFirst: round.asks[0] === ask,
    pace: LIVELY,
  });
  return {
    askId: ask.askId,
    speaker: memberOf(state, round.candidateId)?.name ?? '',
    text,
    talkMs: seconds * SECOND_MS,
    more: ask.followUps.map(({ followUpId }) => chanceOf(tryOut.seed, followUpId).pick(TO_A_FOLLOW_UP)),
    behavioural: false,
  };
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
