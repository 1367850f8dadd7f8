'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { type Answer, sendBody } from '@/app/http';
import { ButtonLink } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import type { Keeping } from '@/server/protocol/taking-away';
import { keepInParts } from './keep-in-parts';

type State =
  | { kind: 'nothing' }
  | { kind: 'sending'; done: number; of: number }
  | { kind: 'problem'; words: string }
  | { kind: 'kept'; of: Keeping };

/** Chooses or drops a file, and shows the result. */
export function ReadIn() {
  const [state, setState] = useState<State>({ kind: 'nothing' });
  const [isOver, setIsOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setState({ kind: 'sending', done: 0, of: 1 });
    setState(await keep(file, (done, of) => setState({ kind: 'sending', done, of })));
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
          // Otherwise choosing the same file again, once it was corrected, would change nothing.
          onClick={(event) => {
            event.currentTarget.value = '';
          }}
          onChange={(event) => void take(event.target.files?.[0])}
          className="max-w-full text-ink-soft text-sm file:mr-3 file:min-h-(--control-sm) file:cursor-pointer file:rounded file:border file:border-edge file:border-solid file:bg-raised file:px-3 file:font-medium file:text-ink"
        />
      </label>
      <div role="status">{told(state)}</div>
    </div>
  );
}

const send = (part: string): Promise<Answer<Keeping>> =>
  sendBody('/api/scorecards/kept', part, 'application/json');

async function keep(file: File, onPart: (done: number, of: number) => void): Promise<State> {
  try {
    return { kind: 'kept', of: await keepInParts(await file.text(), send, onPart) };
  } catch {
    return { kind: 'problem', words: 'The file cannot be read.' };
  }
}

function told(state: State) {
  if (state.kind === 'nothing') return null;
  if (state.kind === 'sending')
    return <p>{state.of > 1 ? `Keeping part ${state.done + 1} of ${state.of}…` : 'Reading the file…'}</p>;
  if (state.kind === 'problem') return <p>{state.words}</p>;
  const { kept, alreadyThere, changed, unknown, problems } = state.of;
  if (problems.length > 0)
    return (
      <>
        <p className="font-medium">
          {kept > 0 ? `${plural(kept, 'scorecard')} kept. The rest were not.` : 'Nothing was kept.'}
        </p>
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
      <p className="font-medium">{plural(kept, 'scorecard')} kept.</p>
      {kept > 0 ? <p>Your history shows each of them, unless it has the same round already.</p> : null}
      {alreadyThere > 0 ? <p>{plural(alreadyThere, 'scorecard')} already there.</p> : null}
      {changed > 0 ? <p>{plural(changed, 'scorecard')} changed after signing: marked as changed.</p> : null}
      {unknown > 0 ? (
        <p>Nobody could say who signed {plural(unknown, 'scorecard')}: marked as unknown.</p>
      ) : null}
      <ButtonLink href="/history/kept">Show them</ButtonLink>
    </div>
  );
}
