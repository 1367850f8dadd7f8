import { areAlike, followed } from './remembered';
import {
  type Ask,
  type RoomState,
  type Round,
  type Scene,
  WRITTEN_IN_ROUNDS,
  WRITTEN_ON_ASKS,
} from './state';

/** The scene of a state: the same object until something other than people's writing changes. */
export const sceneOf: (state: RoomState) => Scene = followed((state, last: RoomState | undefined) =>
  last && isSameScene(last, state) ? last : state,
);

const BUT_ROUNDS = { rounds: true } as const;

function isSameScene(one: RoomState, other: RoomState): boolean {
  return (
    areAlike(one, other, BUT_ROUNDS) &&
    one.rounds.length === other.rounds.length &&
    one.rounds.every((round, index) => isSameRound(round, other.rounds[index]))
  );
}

function isSameRound(one: Round, other: Round | undefined): boolean {
  if (one === other) return true;
  return (
    other !== undefined &&
    areAlike(one, other, BUT_ASKS) &&
    one.asks.length === other.asks.length &&
    one.asks.every((ask, index) => isSameAsk(ask, other.asks[index]))
  );
}

const BUT_ASKS = { ...WRITTEN_IN_ROUNDS, asks: true } as const;

function isSameAsk(one: Ask, other: Ask | undefined): boolean {
  return one === other || (other !== undefined && areAlike(one, other, WRITTEN_ON_ASKS));
}
