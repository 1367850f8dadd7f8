import type { Format } from './words';

/** What a person who is to sit prepares for. In a led room nothing in it depends on the pack, unless its checklist is shared. */
export interface Preparation {
  roomId: string;
  title: string;
  format: Format;
  hostName: string;
  startsAt: number | null;
  /** The time that they were told last, if it is off. */
  calledOff: number | null;
  /** The pack's checklist: of a peer room, or shared by the host; null for the general one. */
  tips: { text: string; context: string | null }[] | null;
  /** Of a peer room, to practise with; null in a led room. */
  packId: string | null;
}
