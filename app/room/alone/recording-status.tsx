'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/app/ui/button';
import { canRecord, type RecorderState, recorder } from './recorder';
import { useKeptWish, useRecorder } from './use-recorder';

interface Props {
  /** The question is being read aloud, and the recording begins after it. */
  isReading: boolean;
  /** The clock waits, and the recording with it. */
  isWaiting: boolean;
  /** What else is kept of the answer. */
  children: ReactNode;
}

/** Whether this answer is recorded, and the way to change that in the middle of it. */
export function RecordingStatus({ isReading, isWaiting, children }: Props) {
  const state = useRecorder();
  const [, setWished] = useKeptWish('record');
  const [wasStopped, setWasStopped] = useState(false);
  const isOn = state.kind === 'on' && (state.recording || isReading);
  const stop = () => {
    setWished(false);
    setWasStopped(wasStopped || (state.kind === 'on' && state.recording));
    recorder.off();
  };
  const begin = () => {
    setWished(true);
    // What stopped by itself is begun anew.
    recorder.off();
    void recorder.allow();
  };
  return (
    <div className="flex w-full flex-wrap items-center justify-center gap-x-2 text-ink-soft text-xs">
      <p role="status" className="text-center">
        {inWords(state, { isReading, isWaiting, wasStopped })}
        {children}
      </p>
      {canRecord() ? (
        <Button
          size="sm"
          variant="quiet"
          className="text-xs underline underline-offset-4"
          pending={state.kind === 'asking'}
          onClick={isOn ? stop : begin}
        >
          {isOn ? 'Stop recording' : state.kind === 'failed' ? 'Try again' : 'Record'}
        </Button>
      ) : null}
    </div>
  );
}

function inWords(
  state: RecorderState,
  { isReading, isWaiting, wasStopped }: Pick<Props, 'isReading' | 'isWaiting'> & { wasStopped: boolean },
) {
  if (state.kind === 'failed') return `Not recorded. ${state.why}`;
  if (state.kind === 'asking') return 'Your browser asks whether it may record';
  if (state.kind === 'on' && state.recording)
    return isWaiting ? 'The recording waits until you go on' : 'Recording, in this browser only';
  if (state.kind === 'on' && isReading) return 'The recording begins after the question';
  return wasStopped ? 'No longer recorded. What you said before is kept in this browser' : 'Not recorded';
}
