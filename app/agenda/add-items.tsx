'use client';

import Plus from 'lucide-react/icons/plus';
import { useEffect, useRef, useState } from 'react';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { isComposing } from '@/app/ui/chord';
import { Field } from '@/app/ui/field';
import { duration, plural } from '@/app/ui/format';
import { Input, Select } from '@/app/ui/input';
import { PackText } from '@/app/ui/pack-text';
import type { Outline, OutlineItem } from '@/server/protocol/outline';
import { levelsOf, secondsOf } from '@/server/room/rules';
import { lengthsOf, searchItems } from './agenda';
import { headingOf } from './heading';
import { Reason } from './reason';
import { twinWords } from './twin-words';

interface AddItemsProps {
  outline: Outline;
  /** The ids on the agenda, in its order. */
  taken: readonly OutlineItem[];
  /** The room's time for an answer. */
  targetSeconds: number | null;
  onAdd: (id: string) => void;
  onDone: () => void;
}

/** The pack's items with a search and competencies, each with a button that adds it at the end. */
export function AddItems({ outline, taken, targetSeconds, onAdd, onDone }: AddItemsProps) {
  const [search, setSearch] = useState('');
  const [groupId, setGroupId] = useState('');
  const [level, setLevel] = useState('');
  const [atMost, setAtMost] = useState('');
  const levels = levelsOf(outline.items);
  const lengths = lengthsOf(outline, targetSeconds);
  const section = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Scrolls so that the results are visible, not just the field at the bottom of the window.
    section.current?.scrollIntoView();
    field.current?.focus({ preventScroll: true });
  }, []);
  const fitting = searchItems(outline, {
    words: search,
    groupId: groupId === '' ? null : groupId,
    level: level === '' ? null : level,
    atMost: atMost === '' ? null : Number(atMost),
    targetSeconds,
  });
  const found = fitting.filter((item) => !taken.some(({ id }) => id === item.id));
  return (
    <section ref={section} aria-label="Add from the pack" className="scroll-mt-4 rounded bg-sunken p-4">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Search the pack" className="basis-full">
          {(control) => (
            <Input
              {...control}
              ref={field}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !isComposing(event.nativeEvent)) setSearch('');
              }}
            />
          )}
        </Field>
        <Field label="Competency" className="min-w-40 flex-1">
          {(control) => (
            <Select {...control} value={groupId} onChange={(event) => setGroupId(event.target.value)}>
              <option value="">All</option>
              {outline.groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {levels.length > 1 ? (
          <Field label="Level" className="min-w-32 flex-1">
            {(control) => (
              <Select {...control} value={level} onChange={(event) => setLevel(event.target.value)}>
                <option value="">Any</option>
                {levels.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        {lengths.length > 1 ? (
          <Field label="Length" className="min-w-32 flex-1">
            {(control) => (
              <Select {...control} value={atMost} onChange={(event) => setAtMost(event.target.value)}>
                <option value="">Any</option>
                {lengths.slice(0, -1).map((seconds) => (
                  <option key={seconds} value={seconds}>
                    up to {duration(seconds * 1000)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Button variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
      <p className="pt-3 text-ink-soft text-sm" role="status">
        {foundInWords(found.length, fitting.length)}
      </p>
      <ul className="scroll-y mt-1 max-h-80">
        {found.map((item) => (
          <AddRow
            key={item.id}
            heading={headingOf(item, outline.groups)}
            facts={factsOf(item, targetSeconds)}
            label={item.label}
            twin={twinWords(item, taken, 'on the agenda')}
            onAdd={(warning) => {
              onAdd(item.id);
              announce([`Added ${item.label}`, warning].filter(Boolean).join('. '));
              field.current?.focus();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface AddRowProps {
  heading: string;
  facts: string;
  label: string;
  /** A remark that names the twin on the agenda. */
  twin: string | null;
  onAdd: (warning: string | null) => void;
}

function AddRow({ heading, facts, label, twin, onAdd }: AddRowProps) {
  return (
    <li className="flex items-start gap-3 border-line border-t py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-3 text-sm">
          <span className="font-medium">{heading}</span>
          <span className="text-ink-soft tabular">{facts}</span>
        </p>
        <p className="text-ink-soft text-sm">
          <PackText>{label}</PackText>
          {twin ? <Reason words={twin} warns /> : null}
        </p>
      </div>
      <Button size="sm" aria-label={`Add ${label}`} onClick={() => onAdd(twin)}>
        <Plus size={16} aria-hidden="true" />
        Add
      </Button>
    </li>
  );
}

function factsOf(item: OutlineItem, targetSeconds: number | null): string {
  const length = duration(secondsOf(item, targetSeconds) * 1000);
  return item.level ? `${item.level}, ${length}` : length;
}

function foundInWords(found: number, fitting: number): string {
  if (fitting === 0) return 'No matches in this pack. Try fewer words.';
  if (found === 0) return 'All matches are already on the agenda.';
  return `${plural(found, 'match', 'matches')} not on the agenda yet`;
}
