import { agendaItems, oneOfEach } from '@/app/agenda/agenda';
import type { MoreSettings } from '@/app/settings/more-fields';
import { callLinkOf, type RoomProblems, roomProblems } from '@/app/settings/room-problems';
import { beginning } from '@/app/ui/format';
import type { Slot } from '@/server/protocol/commands';
import type { PackOutline } from '@/server/protocol/outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { RoomSetup } from '@/server/protocol/requests';
import { type Format, LIMITS } from '@/server/protocol/words';

/** What set up remembers while somebody fills it in, across a reload too. */
export interface SetupDraft extends MoreSettings {
  packId: string;
  format: Format;
  /** Null until it was typed: the title then follows pack and format. */
  title: string | null;
  /** Led: item ids in order. Null until it was touched: what is suggested to whoever sets up. */
  agenda: string[] | null;
  /** Peer: one entry a question. Null until it was touched. */
  slots: Slot[] | null;
  /** Peer: questions of the level nearest to it come first; null takes any. */
  level: string | null;
  /** Items of the pack that were on the screen: they are dealt last to whoever has read them. */
  seen: string[];
}

const DEFAULT_TARGET_SECONDS = 180;
const PRACTICE = ', practice';

export function freshDraft(packId: string, format: Format = 'led'): SetupDraft {
  return {
    packId,
    format,
    title: null,
    agenda: null,
    slots: null,
    level: null,
    seen: [],
    targetSeconds: DEFAULT_TARGET_SECONDS,
    callLink: '',
    waitingRoom: true,
    autoReveal: false,
    hostRates: true,
  };
}

/** The draft with another pack, whose questions are others; the same pack leaves it as it is. */
export function withPack(draft: SetupDraft, packId: string): SetupDraft {
  return draft.packId === packId
    ? draft
    : { ...draft, packId, agenda: null, slots: null, level: null, seen: [] };
}

/** The title in use: the one that was typed, or one made of the pack's. */
export function titleOf(draft: SetupDraft, packTitle: string): string {
  if (draft.title !== null) return draft.title;
  // A pack's title may be longer than a room's.
  if (draft.format === 'led') return beginning(packTitle, LIMITS.title);
  return `${beginning(packTitle, LIMITS.title - PRACTICE.length)}${PRACTICE}`;
}

/** What is asked of the server: only the agenda of the chosen format goes along. */
export function requestOf(draft: SetupDraft, pack: PackSummary, outline: PackOutline | null): RoomSetup {
  const led = draft.format === 'led';
  return {
    packId: draft.packId,
    title: titleOf(draft, pack.title).trim(),
    format: draft.format,
    agenda: led && outline ? agendaOf(draft, outline) : [],
    slots: led ? [] : slotsOf(draft, pack),
    targetSeconds: draft.targetSeconds,
    level: led ? null : draft.level,
    // Whoever leads has read the questions anyway, and is not asked them.
    seen: led ? [] : draft.seen,
    callLink: callLinkOf(draft.callLink),
    waitingRoom: draft.waitingRoom,
    autoReveal: draft.autoReveal,
    // In a peer room the host takes a turn like everybody, so there is no steering only.
    hostRates: led ? draft.hostRates : true,
  };
}

/** The agenda in use; a pack that changed since the draft was made loses what it no longer holds. */
export function agendaOf(draft: SetupDraft, outline: PackOutline): string[] {
  const suggested = outline.suggestion.picks.map(({ id }) => id);
  return agendaItems(outline, draft.agenda ?? suggested).map((item) => item.id);
}

/** The slots in use, likewise. */
export function slotsOf(draft: SetupDraft, pack: PackSummary): Slot[] {
  const known = new Set(pack.groups.map((group) => group.id));
  return (draft.slots ?? oneOfEach(pack.groups)).filter(
    ({ groupId }) => groupId === null || known.has(groupId),
  );
}

export function problemsOf(request: RoomSetup): RoomProblems {
  const planned = request.format === 'led' ? request.agenda.length : request.slots.length;
  return roomProblems({ ...request, planned });
}
