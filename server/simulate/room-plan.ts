import type { Random } from '../testing/seeded-random';
import type { SimulatedPerson } from './simulated-person';

export interface RoomPlan {
  url: string;
  no: number;
  panelists: number;
  random: Random;
  /** Everybody who joins any room is added. */
  people: SimulatedPerson[];
}
