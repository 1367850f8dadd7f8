import Link from 'next/link';
import { countsInWords } from '@/app/packs/counts-in-words';
import { packName } from '@/app/packs/pack-name';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { PackChoices } from './pack-choices';

interface PackFieldProps {
  packs: PackChoices;
  value: PackSummary;
  led: boolean;
  onChange: (packId: string) => void;
}

/** The pack: a shipped one, one's own, or one that was imported for this room alone. */
export function PackField({ packs, value, led, onChange }: PackFieldProps) {
  const { shipped, mine, once } = packs;
  const groups = [
    { label: 'For this room alone', packs: once ? [once] : [] },
    { label: 'My packs', packs: mine },
    { label: 'Ready to play', packs: shipped },
  ].filter((group) => group.packs.length > 0);
  return (
    <div>
      <Field label="Pack" hint={countsInWords(value)}>
        {(control) => (
          <Select {...control} value={value.id} onChange={(event) => onChange(event.target.value)}>
            {groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.packs.map((pack) => (
                  <option key={pack.id} value={pack.id}>
                    {packName(pack)}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      {led && shipped.some(({ id }) => id === value.id) ? (
        <p className="pt-1.5 text-ink-soft text-sm">
          Anybody can read this pack. For real decisions,{' '}
          <Link href="/packs" className="rounded underline underline-offset-4 hover:text-ink">
            edit a copy
          </Link>{' '}
          or use your own pack.
        </p>
      ) : null}
      <p className="text-sm">
        <Link
          href="/packs/import"
          className="inline-flex min-h-(--control-sm) items-center rounded text-ink-soft underline underline-offset-4 hover:text-ink"
        >
          Import your own guide
        </Link>
      </p>
    </div>
  );
}
