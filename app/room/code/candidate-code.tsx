'use client';

import { useRef, useState } from 'react';
import { useCandidate, useRoomClient } from '@/app/live/use-room';
import { useCalled } from '@/app/room/people/use-everybody';
import { PackText } from '@/app/ui/pack-text';
import { inOrder } from '@/server/protocol/in-order';
import { RunChecks } from './checks/run-checks';
import { RunOutput } from './checks/run-output';
import { RunResults } from './checks/run-results';
import { markOf, Pointers, useMarkedLines } from './pointers';
import { SharedEditor } from './shared-editor';
import type { TextState } from './shared-text';
import { TextWord } from './text-word';

interface Props {
  askId: string;
  language: string | null;
  /** The code that was given. */
  original: string;
}

/** The code to write in, with the hints and what people point at above it, and the checks below. */
export function CandidateCode({ askId, language, original }: Props) {
  const live = useCandidate((view) => view.code);
  const [state, setState] = useState<TextState>('loading');
  const [marked, setMarked] = useMarkedLines();
  const writes = useRoomClient().code.takes;
  const textNow = useRef<() => string>(() => '');
  const nameOf = useCalled();
  const pointers = Object.values(live?.pointers ?? {});
  return (
    <>
      {live ? <Hints hints={inOrder(live.hints)} /> : null}
      <Pointers pointers={pointers} marked={marked} nameOf={nameOf} />
      <SharedEditor
        askId={askId}
        language={language}
        label={language ? `The code, in ${language}` : 'The code'}
        writes={writes}
        // A replay has no height to fill.
        fills={writes}
        original={original}
        marks={pointers.map((pointer) => markOf(pointer, nameOf))}
        nameOf={nameOf}
        onState={setState}
        onMarked={setMarked}
        onText={(text) => {
          textNow.current = text;
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {live ? (
          <RunChecks
            askId={askId}
            language={language}
            set="none"
            checks={null}
            data={live.checks?.data ?? null}
            label="Run"
            text={() => textNow.current()}
          />
        ) : null}
        {live?.checks ? (
          <RunChecks
            askId={askId}
            language={language}
            set="shown"
            checks={live.checks.shown}
            data={live.checks.data}
            label="Run the checks"
            text={() => textNow.current()}
          />
        ) : null}
        {live?.pen ? <p className="text-sm">{nameOf(live.pen)} can write too.</p> : null}
        <TextWord state={state} writes={writes} />
      </div>
      <RunOutput run={live?.ran ?? null} label="Output" />
      <RunResults run={live?.run ?? null} label="Checks" />
    </>
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
