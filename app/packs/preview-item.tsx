import { clsx } from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useState } from 'react';
import { AnswerText } from '@/app/ui/answer-text';
import { Badge } from '@/app/ui/badge';
import { CodeBlock } from '@/app/ui/code-block';
import { duration, plural } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { ReadItem, ReadPoint } from '@/server/protocol/pack-library';
import { LineButton } from './line-button';

interface PreviewItemProps {
  item: ReadItem;
  /** Open, because the cursor is in it. */
  current: boolean;
  /** Null without a source beside it. */
  onGo: ((line: number) => void) | null;
}

/** One question or exercise as it was read, beside its line. Opens to show everything that it holds. */
export function PreviewItem({ item, current, onGo }: PreviewItemProps) {
  const [opened, setOpened] = useState(false);
  return (
    <li
      id={item.id ?? undefined}
      className={clsx(
        'flex scroll-mt-12 gap-1 border-line border-b py-1',
        current && 'bg-ink/4',
        !onGo && 'pl-4',
      )}
      data-current={current || undefined}
    >
      {onGo ? <LineButton line={item.line} of={item.title} onGo={onGo} /> : null}
      <details
        className="group min-w-0 flex-1"
        open={opened || current}
        onToggle={(event) => {
          if (!current) setOpened(event.currentTarget.open);
        }}
      >
        <summary className="grid min-h-(--control-sm) cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded py-1 pr-3 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <span className="break-words leading-snug">
            <PackText>{item.title}</PackText>
          </span>
          <ChevronDown
            size={16}
            className="row-span-2 text-ink-soft transition-transform group-open:rotate-180"
            aria-hidden="true"
          />
          <span className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
            {factsOf(item).join(' · ')}
          </span>
        </summary>
        <Parts item={item} />
      </details>
    </li>
  );
}

function factsOf({
  kind,
  points,
  answer,
  code,
  followUps,
  level,
  targetSeconds,
  anchors,
  behavioural,
  hints,
}: ReadItem): string[] {
  const facts =
    kind === 'exercise'
      ? ['Exercise', plural(points.length, 'planted issue')]
      : points.length > 0 || answer === null
        ? [points.length === 0 ? 'no key points' : plural(points.length, 'key point')]
        : [];
  if (answer !== null) facts.push('answer');
  if (code !== null) facts.push('code');
  if (followUps.length > 0) facts.push(plural(followUps.length, 'follow-up'));
  if (anchors) facts.push('anchors');
  if (hints.length > 0) facts.push(plural(hints.length, 'hint'));
  if (behavioural) facts.push('behavioural');
  if (level) facts.push(level);
  if (targetSeconds) facts.push(duration(targetSeconds * 1000));
  return facts;
}

function Parts({ item }: { item: ReadItem }) {
  const { anchors } = item;
  const texts = (all: string[]): ReadPoint[] =>
    all.map((text) => ({ line: 0, text, context: null, mark: null }));
  return (
    <div className="flex flex-col gap-3 pt-1 pr-3 pb-4 text-sm">
      {item.task && item.task !== item.title ? (
        <p className="whitespace-pre-line">
          <PackText>{item.task}</PackText>
        </p>
      ) : null}
      {item.why ? <Part title="Why it is asked" points={texts([item.why])} /> : null}
      {item.code ? (
        <CodeBlock
          label={`The code of ${item.title}`}
          code={item.code}
          language={item.language}
          className="max-h-72 overflow-y-auto"
        />
      ) : null}
      {item.original ? (
        <CodeBlock
          label={`The original of ${item.title}`}
          code={item.original}
          language={item.language}
          className="max-h-72 overflow-y-auto"
        />
      ) : null}
      <Part title={item.kind === 'exercise' ? 'Planted issues' : 'Key points'} points={item.points} />
      {item.answer === null ? null : (
        <div>
          <p className="kicker">Answer</p>
          <AnswerText>{item.answer}</AnswerText>
        </div>
      )}
      <Part title="Follow-ups" points={item.followUps} />
      <Part title="Weak answers" points={texts(item.weakAnswers)} />
      {anchors ? (
        <Part
          title="Anchors"
          points={(['1', '2', '3', '4', '5'] as const).flatMap((step) => {
            const text = anchors[step];
            return text === null ? [] : [{ line: Number(step), text, context: null, mark: step }];
          })}
        />
      ) : null}
      <Part title="Hints" points={texts(item.hints)} />
      {item.improved ? (
        <CodeBlock
          label={`The improved version of ${item.title}`}
          code={item.improved}
          language={item.language}
          className="max-h-72 overflow-y-auto"
        />
      ) : null}
      <Part title="Why it matters" points={item.reasons} />
      <Part
        title="Sample answers"
        points={item.samples.map(({ rating, text }, at) => ({
          line: at,
          text,
          context: null,
          mark: `rated ${rating}`,
        }))}
      />
      <Part title="Notes" points={texts(item.notes)} />
      {item.tags.length > 0 ? <p className="text-ink-soft">{item.tags.join(' · ')}</p> : null}
    </div>
  );
}

function Part({ title, points }: { title: string; points: ReadPoint[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <p className="kicker">{title}</p>
      <ul className="flex flex-col gap-1 pt-0.5">
        {points.map((point) => (
          <li key={`${point.line}-${point.text}`} className="max-w-[80ch] break-words">
            {point.mark ? <Badge className="mr-2">{point.mark}</Badge> : null}
            <PackText>{point.text}</PackText>
            {point.context ? (
              <span className="block text-ink-soft">
                <PackText>{point.context}</PackText>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
