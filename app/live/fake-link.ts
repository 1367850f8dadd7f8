import type { CommandBody } from '@/server/protocol/commands';
import type { Mine } from '@/server/protocol/mine';
import type { PanelView } from '@/server/protocol/views';
import type { Ack, FullFrame } from '@/server/protocol/wire';
import type { Link, LinkEvents } from './link';
import { panelOf } from './panel-view';

export const aMine = (over: Partial<Mine> = {}): Mine => ({
  memberId: 'mb_priya0000000',
  name: 'Priya',
  role: 'panelist',
  audience: 'panelist',
  ready: false,
  hand: false,
  satIn: null,
  prepares: false,
  scorecardIn: null,
  rates: true,
  late: false,
  mayReclaim: false,
  correctedAt: null,
  givenAt: null,
  homeCode: null,
  startsAt: null,
  calledOff: null,
  opensAt: null,
  warmUp: null,
  asks: {},
  verdict: null,
  setAside: null,
  feedback: {},
  decision: null,
  joinedAfter: false,
  reflection: null,
  selfRatings: {},
  ...over,
});

export const aView = (over: Partial<PanelView> = {}): PanelView => ({ ...panelOf({}), ...over });

export const aFull = (over: Partial<FullFrame> = {}): FullFrame => ({
  n: 1,
  audience: 'panelist',
  view: aView(),
  mine: aMine(),
  at: 0,
  ...over,
});

/** A link in memory. The test decides when it is up and how each command is answered. */
export class FakeLink implements Link {
  readonly takesCode = true;
  events: LinkEvents | null = null;
  up = false;
  /** Every delivery, including repeated ones. */
  readonly delivered: CommandBody[] = [];
  syncs = 0;
  /** The answers to the next commands; after these, ok. Null: the answer gets lost. */
  answers: (Ack | null | Promise<Ack | null>)[] = [];
  whole: FullFrame = aFull();
  timeNow: () => number = Date.now;

  open(events: LinkEvents): void {
    this.events = events;
  }

  close(): void {
    this.events = null;
    this.up = false;
  }

  hurry(): void {}

  code(): Promise<Ack | null> {
    return Promise.resolve(null);
  }

  codeSync(): Promise<null> {
    return Promise.resolve(null);
  }

  cursor(): void {}

  command(body: CommandBody): Promise<Ack | null> {
    if (!this.up) return Promise.resolve(null);
    this.delivered.push(structuredClone(body));
    const answer = this.answers.shift();
    return Promise.resolve(answer === undefined ? { ok: true } : answer);
  }

  sync(): Promise<FullFrame | null> {
    this.syncs += 1;
    return Promise.resolve(this.up ? this.whole : null);
  }

  time(): Promise<number | null> {
    return Promise.resolve(this.up ? this.timeNow() : null);
  }

  connect(): void {
    this.up = true;
    this.events?.up();
    this.events?.traffic();
    this.events?.full(this.whole);
  }

  cut(): void {
    this.up = false;
    this.events?.down();
  }
}
