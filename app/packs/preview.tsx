import { clsx } from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useEffect, useRef } from 'react';
import { EmptyState } from '@/app/ui/empty-state';
import { plural } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { PackFix } from '@/server/protocol/pack';
import type { PackPreview, PackReport, ReadGroup, ReadItem } from '@/server/protocol/pack-library';
import { CoverageList } from './coverage-list';
import { LineButton } from './line-button';
import { PreviewItem } from './preview-item';
import { ProblemList } from './problem-list';
import { WarningList } from './warning-list';

interface PreviewProps {
  report: PackReport;
  /** The cursor's line in the source. */
  line: number;
  /** The text has changed since it was read. */
  stale: boolean;
  onGo: (line: number) => void;
  onFix: (fix: PackFix) => void;
}

/** A text as it was understood: first what to check, then each group, with line numbers. */
export function Preview({ report, line, stale, onGo, onFix }: PreviewProps) {
  const { preview, problems, warnings, coverage } = report;
  const current = itemAt(report, line);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const isEmpty = preview.groups.length === 0 && preview.loose.length === 0;
  return (
    <div ref={list}>
      {problems.length > 0 ? <ProblemList problems={problems} onGo={onGo} /> : null}
      <WarningList warnings={warnings} stale={stale} onGo={onGo} onFix={onFix} />
      <CoverageList coverage={coverage} onGo={onGo} />
      {isEmpty ? (
        <EmptyState title="No question was found yet" className="px-4">
          Write a heading for a competency and a question below it. Then you can add what a good answer says.
        </EmptyState>
      ) : null}
      <ReadParts preview={preview} current={current} onGo={onGo} />
    </div>
  );
}

interface ReadPartsProps {
  preview: PackPreview;
  /** Shown open. */
  current: ReadItem | null;
  /** Jumps to a line of the source; null without a source beside it. */
  onGo: ((line: number) => void) | null;
}

/** Everything that was read, group by group. */
export function ReadParts({ preview, current, onGo }: ReadPartsProps) {
  return (
    <>
      {preview.groups.map((group) => (
        <Group key={`${group.line}-${group.title}`} group={group} current={current} onGo={onGo} />
      ))}
      <Items title="Exercises" items={preview.loose} current={current} onGo={onGo} />
      <Tips tips={preview.tips} />
      <Notes of="the guide" notes={preview.notes} />
    </>
  );
}

/** The last item that begins at or above a line. */
function itemAt({ preview }: PackReport, line: number): ReadItem | null {
  const items = [...preview.groups.flatMap((group) => group.items), ...preview.loose];
  const above = items.filter((item) => item.line <= line).sort((a, b) => b.line - a.line);
  return above[0] ?? null;
}

interface GroupProps {
  group: ReadGroup;
  current: ReadItem | null;
  onGo: ((line: number) => void) | null;
}

function Group({ group, current, onGo }: GroupProps) {
  return (
    <section aria-label={group.title}>
      <div className="sticky top-0 z-10 flex items-center gap-1 border-line border-b bg-paper pt-2">
        {onGo ? <LineButton line={group.line} of={group.title} onGo={onGo} /> : null}
        <h2 className={clsx('min-w-0 truncate font-semibold text-base', !onGo && 'pl-4')}>
          <PackText>{group.title}</PackText>
        </h2>
        <p className="ml-auto pr-4 text-ink-soft text-sm tabular">{group.items.length}</p>
      </div>
      <Items items={group.items} current={current} onGo={onGo} />
      <Notes of={group.title} notes={group.notes} />
    </section>
  );
}

interface ItemsProps {
  title?: string;
  items: ReadItem[];
  current: ReadItem | null;
  onGo: ((line: number) => void) | null;
}

function Items({ title, items, current, onGo }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <>
      {title ? (
        <h2 className="border-line border-b px-4 pt-4 pb-1 font-semibold text-base">{title}</h2>
      ) : null}
      <ol>
        {items.map((item) => (
          <PreviewItem
            key={item.id ?? `${item.line}-${item.title}`}
            item={item}
            current={item === current}
            onGo={onGo}
          />
        ))}
      </ol>
    </>
  );
}

function Tips({ tips }: { tips: PackPreview['tips'] }) {
  if (tips.length === 0) return null;
  return (
    <section aria-label="Preparation" className="px-4 py-4">
      <h2 className="font-semibold text-base">Preparation</h2>
      <ul className="flex list-disc flex-col gap-1 pt-1 pl-5 text-sm">
        {tips.map(({ text, context }) => (
          <li key={text} className="break-words">
            <PackText>{text}</PackText>
            {context ? (
              <span className="block text-ink-soft">
                <PackText>{context}</PackText>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Notes: kept, but never asked. */
function Notes({ of, notes }: { of: string; notes: string[] }) {
  const different = [...new Set(notes)];
  if (different.length === 0) return null;
  return (
    <details className="group border-line border-b">
      <summary className="flex min-h-(--control-sm) cursor-pointer list-none items-center gap-3 rounded px-4 text-ink-soft text-sm focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1 break-words">
          {plural(different.length, 'note')} of <PackText>{of}</PackText>, kept but not asked
        </span>
        <ChevronDown size={16} className="transition-transform group-open:rotate-180" aria-hidden="true" />
      </summary>
      <ul className="flex flex-col gap-2 px-4 pb-4 text-sm">
        {different.map((note) => (
          <li key={note} className="whitespace-pre-line break-words">
            <PackText>{note}</PackText>
          </li>
        ))}
      </ul>
    </details>
  );
}
