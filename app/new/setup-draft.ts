import { agendaItems, CODE_PLACE, oneOfEach } from '@/app/agenda/agenda';
import type { MoreSettings } from '@/app/settings/more-fields';
import { callLinkOf, type RoomProblems, roomProblems } from '@/app/settings/room-problems';
import { beginning } from '@/app/ui/format';
import type { Slot } from '@/server/protocol/commands';
import type { PackOutline } from '@/server/protocol/outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { RoomSetup } from '@/server/protocol/requests';
import { type Format, LIMITS } from '@/server/protocol/words';

/** What set-up remembers while a person fills it in, also across a reload. */
export interface SetupDraft extends MoreSettings {
  packId: string;
  format: Format;
  /** Null until somebody types one; until then a title is suggested. */
  title: string | null;
  /** Led: item ids in order. Null until the host changes it; until then it is the suggestion. */
  agenda: string[] | null;
  /** Peer: one entry for each question or exercise. Null until the host changes it. */
  slots: Slot[] | null;
  /** Peer: how many they expect to be. */
  people: number;
  /** Peer: questions of the nearest level come first; null means any level. */
  level: string | null;
  /** Items of the pack that were on the screen; they are dealt last to the host, who has read them. */
  seen: string[];
}

const DEFAULT_TARGET_SECONDS = 180;
export const USUAL_PEOPLE = 4;
const PRACTICE = ', practice';

export function freshDraft(packId: string, format: Format = 'led'): SetupDraft {
  return {
    packId,
    format,
    title: null,
    agenda: null,
    slots: null,
    people: USUAL_PEOPLE,
    level: null,
    seen: [],
    targetSeconds: DEFAULT_TARGET_SECONDS,
    callLink: '',
    waitingRoom: true,
    autoReveal: false,
    hostRates: true,
    startsAt: null,
    sharesChecklist: false,
  };
}

/** The draft with another pack and so without an agenda; the same pack leaves it unchanged. */
export function withPack(draft: SetupDraft, packId: string): SetupDraft {
  return draft.packId === packId
    ? draft
    : { ...draft, packId, agenda: null, slots: null, level: null, seen: [] };
}

/** The title in use: the typed one, or a suggested one. A led room's candidate reads it, and may not learn the pack from it. */
export function titleOf(draft: SetupDraft, packTitle: string): string {
  if (draft.title !== null) return draft.title;
  if (draft.format === 'led') return 'Panel interview';
  // A pack's title can be longer than a room's.
  return `${beginning(packTitle, LIMITS.title - PRACTICE.length)}${PRACTICE}`;
}

/** The request to the server, which contains only the agenda of the chosen format. */
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
    // The host of a led room reads the questions anyway, and is not asked them.
    seen: led ? [] : draft.seen,
    callLink: callLinkOf(draft.callLink),
    waitingRoom: draft.waitingRoom,
    autoReveal: draft.autoReveal,
    // In a peer room the host takes a turn like everybody, and so cannot only steer.
    hostRates: led ? draft.hostRates : true,
    startsAt: draft.startsAt,
    // Everybody in a peer room knows the pack.
    sharesChecklist: led && draft.sharesChecklist,
  };
}

/** The agenda in use, without items that the pack has lost since the draft was made. */
export function agendaOf(draft: SetupDraft, outline: PackOutline): string[] {
  const suggested = outline.suggestion.picks.map(({ id }) => id);
  return agendaItems(outline, draft.agenda ?? suggested).map((item) => item.id);
}

/** The slots in use, likewise. Until the host changes them, one is for code if the pack has an exercise for everybody. */
export function slotsOf(draft: SetupDraft, pack: PackSummary): Slot[] {
  const known = new Set(pack.groups.map((group) => group.id));
  const code = pack.exercises >= draft.people ? [CODE_PLACE] : [];
  return (draft.slots ?? [...oneOfEach(pack.groups), ...code]).filter(
    ({ groupId }) => groupId === null || known.has(groupId),
  );
}

export function problemsOf(request: RoomSetup): RoomProblems {
  const planned = request.format === 'led' ? request.agenda.length : request.slots.length;
  return roomProblems({ ...request, planned }, Date.now());
}
