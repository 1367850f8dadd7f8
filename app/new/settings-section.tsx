import { MoreFields } from '@/app/settings/more-fields';
import type { RoomProblems } from '@/app/settings/room-problems';
import { Field } from '@/app/ui/field';
import { Input, Select } from '@/app/ui/input';
import { RadioGroup } from '@/app/ui/radio-group';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { Format } from '@/server/protocol/words';
import { titleOf } from './setup-draft';
import type { Setup } from './use-setup';

interface SettingsSectionProps {
  setup: Setup;
  packs: readonly PackSummary[];
  problems: RoomProblems;
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
      <MoreFields settings={draft} led={draft.format === 'led'} problems={problems} onChange={change} />
    </section>
  );
}

function packHint(pack: PackSummary): string {
  const parts = [`${pack.groups.length} competencies`, `${pack.questions} questions`];
  if (pack.exercises > 0) parts.push(`${pack.exercises} code exercises`);
  return parts.join(', ');
}
