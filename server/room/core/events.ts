import type { AloneEvent } from '../alone';
import type { AskingEvent } from '../asking';
import type { CheckEvent } from '../checks';
import type { ClockEvent } from '../clock';
import type { ClosingEvent } from '../closing';
import type { CodeEvent } from '../code';
import type { FeedbackEvent } from '../feedback';
import type { FindEvent } from '../finds';
import type { GreenRoomEvent } from '../green-room';
import type { HomeReadingEvent } from '../home-reading';
import type { HostEvent } from '../host';
import type { InviteEvent } from '../invites';
import type { JoiningEvent } from '../joining';
import type { LateEvent } from '../late';
import type { ListeningEvent } from '../listening';
import type { NameEvent } from '../names';
import type { NoteEvent } from '../notes';
import type { PeopleEvent } from '../people';
import type { PublishingEvent } from '../publishing';
import type { RatingEvent } from '../rating';
import type { ReturningEvent } from '../returning';
import type { RevealEvent } from '../reveal';
import type { RoundEvent } from '../round';
import type { ScheduleEvent } from '../schedule';
import type { SetupEvent } from '../setup';
import type { SideChannelEvent } from '../side-channel';
import type { TakingBackEvent } from '../taking-back';
import type { VerdictEvent } from '../verdicts';
import type { WarmUpEvent } from '../warm-up';

/** What happened in a room, in the past tense and in order, kept for ever. Offsets and clocks are in milliseconds. */
export type RoomEvent =
  | SetupEvent
  | ScheduleEvent
  | InviteEvent
  | JoiningEvent
  | PeopleEvent
  | HostEvent
  | RoundEvent
  | AloneEvent
  | AskingEvent
  | ClockEvent
  | CodeEvent
  | CheckEvent
  | FindEvent
  | HomeReadingEvent
  | ListeningEvent
  | NoteEvent
  | RatingEvent
  | RevealEvent
  | SideChannelEvent
  | GreenRoomEvent
  | VerdictEvent
  | WarmUpEvent
  | ReturningEvent
  | NameEvent
  | LateEvent
  | TakingBackEvent
  | ClosingEvent
  | FeedbackEvent
  | PublishingEvent;

export type RoomEventType = RoomEvent['type'];

/** When it happened (server's clock, ms) and who did it; null for the room itself, or for a person who is not a member yet. */
export interface EventMeta {
  at: number;
  by: string | null;
}
