'use client';

import Sparkles from 'lucide-react/icons/sparkles';
import { type KeyboardEvent, useState } from 'react';
import { levelsOf } from '@/app/agenda/agenda';
import type { PackOutline } from '@/app/agenda/pack-outline';
import { Button } from '@/app/ui/button';
import { Chip } from '@/app/ui/chip';
import { Field } from '@/app/ui/field';
import { Input, Select } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import type { Suggestion } from '@/server/protocol/agenda-wish';
import { useSuggestion } from './use-suggestion';

interface SuggestAgendaProps {
  outline: PackOutline;
  targetSeconds: number | null;
  onSuggested: (suggestion: Suggestion) => void;
  onDone: () => void;
}

/** What an agenda is wanted for; the server, which knows what was heard before, chooses. */
export function SuggestAgenda({ outline, targetSeconds, onSuggested, onDone }: SuggestAgendaProps) {
  const { wish, change, problem, pending, failure, suggest } = useSuggestion(outline.id, targetSeconds);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const levels = levelsOf(outline);
  const hasExercises = outline.items.some((item) => item.kind === 'exercise');
  const choose = (groupId: string) => {
    const next = chosen.includes(groupId) ? chosen.filter((id) => id !== groupId) : [...chosen, groupId];
    setChosen(next);
    change({ groupIds: next.length > 0 ? next : null });
  };
  const ask = async () => {
    const suggestion = await suggest();
    if (suggestion) onSuggested(suggestion);
  };
  const onEnter = (event: KeyboardEvent) => {
    // Enter here asks for a suggestion, and does not open the room around it.
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void ask();
  };
  return (
    <section aria-label="Suggest an agenda" className="mt-3 rounded bg-sunken p-4">
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Minutes" error={problem} className="w-28">
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={wish.minutes}
              onChange={(event) => change({ minutes: event.target.value })}
              onKeyDown={onEnter}
            />
          )}
        </Field>
        {levels.length > 1 ? (
          <Field label="Level" className="min-w-36">
            {(control) => (
              <Select
                {...control}
                value={wish.level ?? ''}
                onChange={(event) => change({ level: event.target.value || null })}
              >
                <option value="">Any</option>
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {level}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
      </div>
      <fieldset className="mt-4">
        <legend className="font-medium text-sm">Competencies</legend>
        <p className="pb-2 text-ink-soft text-sm">
          {chosen.length === 0 ? 'All of them, unless you choose some.' : `${chosen.length} chosen.`}
        </p>
        <div className="flex flex-wrap gap-2">
          {outline.groups.map((group) => (
            <Chip key={group.id} pressed={chosen.includes(group.id)} onClick={() => choose(group.id)}>
              {group.title}
            </Chip>
          ))}
        </div>
      </fieldset>
      {hasExercises ? (
        <div className="pt-4">
          <Switch
            label="Also a code exercise"
            checked={wish.exercise}
            onChange={(event) => change({ exercise: event.target.checked })}
          />
        </div>
      ) : null}
      {failure ? (
        <p role="alert" className="pt-3 text-missed text-sm">
          {failure}
        </p>
      ) : null}
      <div className="flex gap-2 pt-4">
        <Button size="sm" pending={pending} onClick={() => void ask()}>
          <Sparkles size={16} aria-hidden="true" />
          Suggest
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </section>
  );
}
