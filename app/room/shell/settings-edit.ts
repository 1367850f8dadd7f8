import type { MoreSettings } from '@/app/settings/more-fields';
import { callLinkOf, type RoomWish } from '@/app/settings/room-problems';
import type { Settings, Slot } from '@/server/protocol/commands';

/** A room's settings while the host edits them. */
export interface SettingsEdit extends MoreSettings {
  title: string;
  agenda: string[];
  slots: Slot[];
  level: string | null;
}

type Change = Partial<Omit<Settings, 'format' | 'agenda'>>;

export function editOf(settings: Settings): SettingsEdit {
  const { format: _, callLink, ...rest } = settings;
  return { ...rest, callLink: callLink ?? '' };
}

export function wishOf(edit: SettingsEdit, { format, startsAt }: Settings): RoomWish {
  return {
    title: edit.title.trim(),
    planned: format === 'led' ? edit.agenda.length : edit.slots.length,
    targetSeconds: edit.targetSeconds,
    callLink: callLinkOf(edit.callLink),
    startsAt: edit.startsAt === startsAt ? null : edit.startsAt,
  };
}

/** Only the differences, so that a change made elsewhere meanwhile is not undone. Null: nothing to send. */
export function changesOf(
  settings: Settings,
  edit: SettingsEdit,
): { change: Change | null; agenda: string[] | null } {
  const { agenda, callLink, title, ...rest } = edit;
  const wanted: Change = { ...rest, title: title.trim(), callLink: callLinkOf(callLink) };
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => !same(value, Reflect.get(settings, key))),
  ) as Change;
  return {
    change: Object.keys(change).length > 0 ? change : null,
    agenda: settings.format === 'led' && !same(agenda, settings.agenda) ? agenda : null,
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
