import { MoreFields } from '@/app/settings/more-fields';
import type { RoomProblems } from '@/app/settings/room-problems';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { RadioGroup } from '@/app/ui/radio-group';
import type { Format } from '@/server/protocol/words';
import type { PackChoices } from './pack-choices';
import { PackField } from './pack-field';
import { titleOf } from './setup-draft';
import type { Setup } from './use-setup';

interface SettingsSectionProps {
  setup: Setup;
  packs: PackChoices;
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

/** All settings except the agenda. */
export function SettingsSection({ setup, packs, problems }: SettingsSectionProps) {
  const { draft, pack, change } = setup;
  return (
    <section aria-label="Settings" className="flex flex-col gap-6">
      <Field
        label="Title"
        hint={draft.format === 'led' ? 'The candidate reads it in the invite and in the room.' : undefined}
        error={problems.title}
      >
        {(control) => (
          <Input
            {...control}
            value={titleOf(draft, pack.title)}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <PackField packs={packs} value={pack} led={draft.format === 'led'} onChange={setup.choosePack} />
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
