import type { Pack } from '../protocol/pack';
import { EVERYTHING_SHARED } from '../protocol/words';
import { NOTHING_HEARD } from '../room/core/decision';
import type { RoomEvent } from '../room/core/events';
import { currentRound, type RoomState } from '../room/core/state';
import { by, given, type Happened, idOf } from './given';
import { joined, PACK, peerLobby, pushed } from './stories';

export const start = { type: 'StartRound', candidateId: null } as const;

/** The steps from the last question to the published scorecard. */
export function finished(roundId: string): RoomEvent[] {
  return [
    { type: 'DeliberationStarted', roundId },
    { type: 'VerdictsOpened', roundId, panel: [] },
    { type: 'DebriefOpened', roundId },
    { type: 'RoundPublished', roundId, sharing: EVERYTHING_SHARED },
  ];
}

/** Plays rounds by the rules, each with its whole agenda, until `times` of them are published. */
export function rotate(history: Happened[], times: number, heardBefore = NOTHING_HEARD): RoomState[] {
  const states: RoomState[] = [];
  const lived = [...history];
  for (let no = 1; no <= times; no += 1) {
    const hostName = states.at(-1)?.hostId ?? idOf('hana');
    const name = hostName.slice(3).replace(/0+$/, '');
    const state = given(lived).when(name, start, { heardBefore }).state();
    const round = currentRound(state);
    if (!round) throw new Error('no round');
    states.push(state);
    const { roundId, candidateId, pool, agenda } = round;
    const { hostId, hostReturnsTo } = state;
    const asks = agenda.map((itemId, index) => pushed(`a${100 * no + index}`, itemId));
    lived.push(
      ...by(name, { type: 'RoundStarted', roundId, candidateId, pool, agenda, hostId, hostReturnsTo }),
      ...by(name, ...asks, ...finished(roundId)),
    );
  }
  return states;
}

/** Four peers in the lobby. */
export const four = (change = {}, pack: Pack = PACK) => [...peerLobby(change, pack), ...joined('petra')];

/** The ids that may be asked in the current round. */
export const poolOf = (state: RoomState | undefined) => (state && currentRound(state)?.pool) ?? [];
