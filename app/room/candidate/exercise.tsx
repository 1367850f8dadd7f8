'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useCandidate } from '@/app/live/use-room';
import { RunChecks } from '@/app/room/code/checks/run-checks';
import { RunResults } from '@/app/room/code/checks/run-results';
import { SharedEditor } from '@/app/room/code/editor-later';
import { marksOf, Pointers } from '@/app/room/code/pointers';
import type { TextState } from '@/app/room/code/shared-text';
import { TextWord } from '@/app/room/code/text-word';
import { PackText } from '@/app/ui/pack-text';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { AskedBy } from './asked-by';
import { FollowUps } from './follow-ups';

type Prompt = NonNullable<PromptSlice>;

interface ExerciseProps {
  prompt: Prompt;
  code: NonNullable<Prompt['code']>;
  clock: ReactNode;
}

const MODES = {
  review: 'Say aloud what you see, then fix one thing.',
  rewrite: 'Rewrite it, and say why as you go.',
};

/** Code to work on. It fills the calm screen, and the task folds to a line above it. */
export function Exercise({ prompt, code, clock }: ExerciseProps) {
  const live = useCandidate((view) => view.code);
  const { members } = useCandidate((view) => view.roster);
  const [state, setState] = useState<TextState>('loading');
  const textNow = useRef<() => string>(() => '');
  const nameOf = (memberId: string) => ownOf(members, memberId)?.name ?? 'Somebody';
  const language = code.language ? `, in ${code.language}` : '';
  const pointers = Object.values(live?.pointers ?? {});
  return (
    <article className="flex w-full max-w-4xl animate-arrive flex-col gap-3">
      <div className="flex flex-col-reverse items-center justify-between gap-4 sm:flex-row">
        <div className="flex w-full min-w-0 flex-col gap-1">
          <AskedBy prompt={prompt} />
          <details open className="group">
            <summary className="min-h-(--control-sm) py-1 font-semibold text-lg group-open:line-clamp-none not-group-open:line-clamp-1">
              <h2 className="inline max-w-prose">
                <PackText>{prompt.prompt}</PackText>
              </h2>
            </summary>
            {live ? <p className="text-ink-soft">{MODES[live.mode]}</p> : null}
          </details>
        </div>
        {clock}
      </div>
      {live ? <Hints hints={inOrder(live.hints)} /> : null}
      <Pointers pointers={pointers} nameOf={nameOf} />
      <SharedEditor
        askId={prompt.askId}
        language={code.language}
        label={`The code${language}`}
        writes
        marks={marksOf(pointers, nameOf)}
        nameOf={nameOf}
        onState={setState}
        onText={(text) => {
          textNow.current = text;
        }}
      />
      <div className="flex flex-wrap justify-between gap-2">
        <TextWord state={state} writes />
        {live?.pen ? <p className="text-sm">{nameOf(live.pen)} may write, too.</p> : null}
      </div>
      {live?.checks ? (
        <RunChecks
          askId={prompt.askId}
          language={code.language}
          set="shown"
          checks={live.checks.shown}
          data={live.checks.data}
          label="Run the checks"
          text={() => textNow.current()}
        />
      ) : null}
      <RunResults run={live?.run ?? null} label="Checks" />
      <FollowUps followUps={prompt.followUps} />
    </article>
  );
}

function Hints({ hints }: { hints: readonly { no: number; text: string }[] }) {
  if (hints.length === 0) return null;
  return (
    <section aria-label="Hints">
      <ol className="flex flex-col gap-2">
        {hints.map(({ no, text }) => (
          <li key={no} className="animate-arrive border-ember border-l-2 pl-4">
            <span className="font-medium">Hint {no}. </span>
            <PackText>{text}</PackText>
          </li>
        ))}
      </ol>
    </section>
  );
}
