import { Field } from '@/app/ui/field';
import { Input, Select } from '@/app/ui/input';
import { RadioGroup } from '@/app/ui/radio-group';
import { Switch } from '@/app/ui/switch';
import type { PackSummary } from '@/server/doorway';
import type { Format } from '@/server/protocol/words';
import { titleOf } from './setup-draft';
import type { SetupProblems } from './setup-problems';
import { TargetField } from './target-field';
import type { Setup } from './use-setup';

interface SettingsSectionProps {
  setup: Setup;
  packs: readonly PackSummary[];
  problems: SetupProblems;
}

const FORMATS: { value: Format; label: string; hint: string }[] = [
  {
    value: 'led',
    label: 'Led panel',
    hint: 'You and other interviewers ask one candidate. You see the questions and set their order.',
  },
  {
    value: 'peer',
    label: 'Peer practice',
    hint: 'Three to six of you take turns in the hot seat, and nobody hears a question twice.',
  },
];

/** Everything but the agenda. */
export function SettingsSection({ setup, packs, problems }: SettingsSectionProps) {
  const { draft, pack, change } = setup;
  const led = draft.format === 'led';
  return (
    <section aria-label="Settings" className="flex flex-col gap-6">
      <Field label="Title" error={problems.title}>
        {(control) => (
          <Input
            {...control}
            value={titleOf(draft, pack.title)}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Pack" hint={packHint(pack)}>
        {(control) => (
          <Select
            {...control}
            value={draft.packId}
            onChange={(event) => setup.choosePack(event.target.value)}
          >
            {packs.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RadioGroup
        legend="Format"
        name="format"
        choices={FORMATS}
        value={draft.format}
        onChange={(format) => change({ format })}
      />
      <TargetField
        seconds={draft.targetSeconds}
        problem={problems.targetSeconds}
        onChange={(targetSeconds) => change({ targetSeconds })}
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
            value={draft.callLink}
            onChange={(event) => change({ callLink: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-2 border-line border-t pt-5">
        <Switch
          label="Waiting room"
          hint="You let each person in. Without it, a link is enough."
          checked={draft.waitingRoom}
          onChange={(event) => change({ waitingRoom: event.target.checked })}
        />
        <Switch
          label="Reveal by itself"
          hint="Ratings open as soon as everybody has rated. Without it, you decide when."
          checked={draft.autoReveal}
          onChange={(event) => change({ autoReveal: event.target.checked })}
        />
        {led ? (
          <Switch
            label="I rate, too"
            hint="Off: you steer only, and are left out of ratings and verdicts."
            checked={draft.hostRates}
            onChange={(event) => change({ hostRates: event.target.checked })}
          />
        ) : null}
      </div>
    </section>
  );
}

function packHint(pack: PackSummary): string {
  const parts = [`${pack.groups.length} competencies`, `${pack.questions} questions`];
  if (pack.exercises > 0) parts.push(`${pack.exercises} code exercises`);
  return parts.join(', ');
}
