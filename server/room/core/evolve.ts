import { evolvers as alone } from '../alone';
import { evolvers as asking } from '../asking';
import { evolvers as checks } from '../checks';
import { evolvers as clock } from '../clock';
import { evolvers as closing } from '../closing';
import { evolvers as code } from '../code';
import { evolvers as feedback } from '../feedback';
import { evolvers as finds } from '../finds';
import { evolvers as greenRoom } from '../green-room';
import { evolvers as homeReading } from '../home-reading';
import { evolvers as host } from '../host';
import { evolvers as invites } from '../invites';
import { evolvers as joining } from '../joining';
import { evolvers as late } from '../late';
import { evolvers as listening } from '../listening';
import { evolvers as names } from '../names';
import { evolvers as notes } from '../notes';
import { evolvers as people } from '../people';
import { evolvers as publishing } from '../publishing';
import { evolvers as rating } from '../rating';
import { evolvers as returning } from '../returning';
import { evolvers as reveal } from '../reveal';
import { evolvers as round } from '../round';
import { evolvers as schedule } from '../schedule';
import { opened, evolvers as setup } from '../setup';
import { evolvers as sideChannel } from '../side-channel';
import { evolvers as takingBack } from '../taking-back';
import { evolvers as verdicts } from '../verdicts';
import { evolvers as warmUp, withTogether } from '../warm-up';
import type { Evolvers } from './concept';
import type { EventMeta, RoomEvent } from './events';
import type { RoomState } from './state';

type Opening = Extract<RoomEvent, { type: 'RoomOpened' }>;
type LaterEvent = Exclude<RoomEvent, Opening>;
type LaterType = LaterEvent['type'];

/** Every event but the first. It does not compile while an event has no evolver. */
const EVOLVERS: Evolvers<LaterEvent> = {
  ...setup,
  ...schedule,
  ...invites,
  ...joining,
  ...people,
  ...host,
  ...round,
  ...asking,
  ...clock,
  ...code,
  ...checks,
  ...finds,
  ...homeReading,
  ...listening,
  ...notes,
  ...rating,
  ...reveal,
  ...sideChannel,
  ...greenRoom,
  ...alone,
  ...verdicts,
  ...warmUp,
  ...returning,
  ...names,
  ...late,
  ...takingBack,
  ...closing,
  ...feedback,
  ...publishing,
};

/** Whether this version knows this type of event. */
export function isEventType(type: string): type is RoomEvent['type'] {
  return type === 'RoomOpened' || Object.hasOwn(EVOLVERS, type);
}

/** The state after an event. It accepts whatever `decide` makes; an impossible event is a bug and throws. */
export function evolve(state: RoomState | null, event: RoomEvent, meta: EventMeta): RoomState {
  if (event.type === 'RoomOpened') return opened(event, meta);
  if (!state) throw new Error(`${event.type} in a room that was never opened`);
  return next(event.type, state, event, meta);
}

function next<T extends LaterType>(
  type: T,
  state: RoomState,
  event: { [K in LaterType]: Extract<LaterEvent, { type: K }> }[T],
  meta: EventMeta,
): RoomState {
  return withTogether(EVOLVERS[type](state, event, meta));
}
