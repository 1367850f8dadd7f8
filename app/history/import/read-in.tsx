'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { Answer } from '@/app/http';
import { ButtonLink } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { UNREACHED } from '@/app/unreached';
import type { Keeping } from '@/server/protocol/taking-away';

type State =
  | { kind: 'nothing' }
  | { kind: 'sending' }
  | { kind: 'problem'; words: string }
  | { kind: 'kept'; of: Keeping };

/** Chooses or drops a file, and shows the result. */
export function ReadIn() {
  const [state, setState] = useState<State>({ kind: 'nothing' });
  const [isOver, setIsOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setState({ kind: 'sending' });
    setState(await send(file));
  };
  return (
    <div className="mt-8 flex max-w-prose flex-col gap-4">
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void take(event.dataTransfer.files[0]);
        }}
        className={clsx(
          'flex min-h-40 cursor-pointer flex-col items-center justify-center gap-3 rounded border border-edge border-dashed p-6 text-center',
          isOver && 'bg-sunken',
        )}
      >
        <span className="font-medium">Drop a file here, or choose one</span>
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => void take(event.target.files?.[0])}
          className="max-w-full text-ink-soft text-sm file:mr-3 file:min-h-(--control-sm) file:cursor-pointer file:rounded file:border file:border-edge file:border-solid file:bg-raised file:px-3 file:font-medium file:text-ink"
        />
      </label>
      <div role="status">{told(state)}</div>
    </div>
  );
}

async function send(file: File): Promise<State> {
  try {
    const response = await fetch('/api/scorecards/kept', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: file,
    });
    const answer: Answer<Keeping> = await response.json();
    if (answer.ok) return { kind: 'kept', of: answer.value };
    const isTooBig = answer.code === 'pack-too-big';
    return {
      kind: 'problem',
      words: isTooBig ? 'The file is larger than 16 MB. Download fewer scorecards at once.' : answer.message,
    };
  } catch {
    return { kind: 'problem', words: UNREACHED };
  }
}

function told(state: State) {
  if (state.kind === 'nothing') return null;
  if (state.kind === 'sending') return <p>Reading the file…</p>;
  if (state.kind === 'problem') return <p>{state.words}</p>;
  const { kept, alreadyThere, changed, unknown, problems } = state.of;
  if (problems.length > 0)
    return (
      <>
        <p className="font-medium">Nothing was kept.</p>
        <ul className="list-disc pl-5 text-sm">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p className="mt-2">
          If the file was changed, download the scorecard again, or ask the person who sent it to you.
        </p>
      </>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="font-medium">{plural(kept, 'scorecard')} kept in your history.</p>
      {alreadyThere > 0 ? <p>{plural(alreadyThere, 'scorecard')} already there.</p> : null}
      {changed > 0 ? <p>{plural(changed, 'scorecard')} changed after signing: marked as changed.</p> : null}
      {unknown > 0 ? (
        <p>Nobody could say who signed {plural(unknown, 'scorecard')}: marked as unknown.</p>
      ) : null}
      <ButtonLink href="/history/kept">Show them</ButtonLink>
    </div>
  );
}
