'use client';

import { SaveWord } from '@/app/room/listening/save-word';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import { LIMITS } from '@/server/protocol/words';
import { type Kept, useReflection } from './use-reflection';

/** How it went, in the candidate's own words, and whether the panel may read it. */
export function Reflection({ roundId }: { roundId: string }) {
  const { text, whole, shared, kept, write, rest, share } = useReflection(roundId);
  return (
    <section aria-label="Your reflection" className="flex flex-col gap-4">
      <Field
        label="In your own words"
        hint="What went well? What would you say differently? What surprised you?"
      >
        {(control) => (
          <Textarea
            {...control}
            rows={7}
            className="min-h-44 text-base leading-7"
            value={text}
            onChange={(event) => write(event.target.value)}
            onBlur={rest}
          />
        )}
      </Field>
      <Counted text={whole} limit={LIMITS.reflection} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Switch
          label="Let the panel read it"
          hint="From the debrief on. Otherwise only you can read it."
          checked={shared}
          onChange={(event) => share(event.target.checked)}
        />
        <KeptWord kept={kept} />
      </div>
    </section>
  );
}

function KeptWord({ kept }: { kept: Kept }) {
  switch (kept) {
    case 'not-begun':
      return null;
    case 'sent':
      return <SaveWord />;
    case 'on-its-way':
      return <span className="text-ink-soft text-xs">Saving…</span>;
    case 'too-long':
      return <span className="text-missed text-xs">Not saved: too long</span>;
    case 'rejected':
      return <span className="text-missed text-xs">Not saved</span>;
  }
}
