'use client';

import { clsx } from 'clsx';
import * as Radix from 'radix-ui/tabs';
import type { ReactNode } from 'react';

export type Tab = {
  id: string;
  label: ReactNode;
  /** A count or a mark beside the label. */
  note?: ReactNode;
  content: ReactNode;
};

type TabsProps = {
  /** Names the row of tabs. */
  label: string;
  tabs: readonly Tab[];
  /** The controlled value, with `onChange`; without it the first tab is open at first. */
  value?: string;
  onChange?: (id: string) => void;
  className?: string;
};

const list = 'flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none]';
const tab = clsx(
  '-mb-px inline-flex min-h-(--control-lg) items-center gap-1.5 border-transparent border-b-2 px-3 text-ink-soft text-sm whitespace-nowrap',
  'transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink',
);

/** Views of which one is shown at a time. */
export function Tabs({ label, tabs, value, onChange, className }: TabsProps) {
  return (
    <Radix.Root className={className} defaultValue={tabs[0]?.id} value={value} onValueChange={onChange}>
      <Radix.List aria-label={label} className={list}>
        {tabs.map(({ id, label: text, note }) => (
          <Radix.Trigger key={id} value={id} className={tab}>
            {text}
            {note}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ id, content }) => (
        <Radix.Content key={id} value={id} className="pt-4">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
