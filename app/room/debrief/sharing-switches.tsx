import { Segmented } from '@/app/ui/segmented';
import { Switch } from '@/app/ui/switch';
import type { Sharing } from '@/server/protocol/sharing';

const SWITCHES: { key: Exclude<keyof Sharing, 'ratings'>; label: string; hint: string }[] = [
  { key: 'feedback', label: 'Written feedback', hint: 'What to keep doing, what to work on, your summary.' },
  { key: 'verdicts', label: 'Verdicts', hint: 'Each recommendation with its reason.' },
  { key: 'keyPoints', label: 'Key points', hint: 'What a good answer covers, and what you heard of it.' },
  { key: 'evidence', label: 'Shared evidence', hint: 'The notes that their authors share with candidates.' },
];

const RATINGS: Record<Sharing['ratings'], string> = {
  none: 'No number at all.',
  means: 'No single rating and no names. Where one person rated, the mean is their rating.',
  named: 'Every rating with its name. Verdicts, notes and feedback then have names as well.',
};

type Props = { value: Sharing; onChange: (sharing: Sharing) => void };

/** What the candidate of a led round gets. */
export function SharingSwitches({ value, onChange }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Segmented
          legend="Ratings"
          name="share-ratings"
          size="sm"
          value={value.ratings}
          onChange={(ratings) => onChange({ ...value, ratings })}
          choices={[
            { value: 'none', label: 'None' },
            { value: 'means', label: 'Means' },
            { value: 'named', label: 'Named' },
          ]}
        />
        <p className="mt-1.5 text-ink-soft text-sm">{RATINGS[value.ratings]}</p>
      </div>
      {SWITCHES.map(({ key, label, hint }) => (
        <Switch
          key={key}
          label={label}
          hint={hint}
          checked={value[key]}
          onChange={(event) => onChange({ ...value, [key]: event.target.checked })}
        />
      ))}
    </div>
  );
}
