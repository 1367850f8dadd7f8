import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import type { RoomProblems } from './room-problems';
import { TargetField } from './target-field';
import { TimeField } from './time-field';

/** The settings besides the title and the agenda. */
export interface MoreSettings {
  targetSeconds: number | null;
  /** Empty if there is none. */
  callLink: string;
  waitingRoom: boolean;
  autoReveal: boolean;
  hostRates: boolean;
  startsAt: number | null;
  sharesChecklist: boolean;
}

interface MoreFieldsProps {
  settings: MoreSettings;
  /** In a peer room the host takes turns like everybody. */
  led: boolean;
  problems: RoomProblems;
  onChange: (part: Partial<MoreSettings>) => void;
}

/** The answer target, the call link and the switches, both in set-up and in the room's settings. */
export function MoreFields({ settings, led, problems, onChange }: MoreFieldsProps) {
  return (
    <>
      <TargetField
        seconds={settings.targetSeconds}
        problem={problems.targetSeconds}
        onChange={(targetSeconds) => onChange({ targetSeconds })}
      />
      <TimeField
        startsAt={settings.startsAt}
        problem={problems.startsAt}
        onChange={(startsAt) => onChange({ startsAt })}
      />
      <Field
        label="Call link (optional)"
        hint="Where you meet: Meet, Zoom, Jitsi. Everybody in the room sees it."
        error={problems.callLink}
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={settings.callLink}
            onChange={(event) => onChange({ callLink: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-2 border-line border-t pt-5">
        <Switch
          label="Waiting room"
          hint="You let each person in. Off: the link lets people straight in."
          checked={settings.waitingRoom}
          onChange={(event) => onChange({ waitingRoom: event.target.checked })}
        />
        <Switch
          label="Reveal automatically"
          hint="Ratings open as soon as everybody has rated. Off: you decide when."
          checked={settings.autoReveal}
          onChange={(event) => onChange({ autoReveal: event.target.checked })}
        />
        {led ? (
          <Switch
            label="I rate too"
            hint="Off: you only steer, and give no ratings or verdicts."
            checked={settings.hostRates}
            onChange={(event) => onChange({ hostRates: event.target.checked })}
          />
        ) : null}
        {led ? (
          <Switch
            label="Share the pack’s checklist"
            hint="The candidate reads its tips while they prepare. Packs that ship with Hotseat are public, so the tips lead to the questions. Off: a general checklist."
            checked={settings.sharesChecklist}
            onChange={(event) => onChange({ sharesChecklist: event.target.checked })}
          />
        ) : null}
      </div>
    </>
  );
}
