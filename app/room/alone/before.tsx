'use client';

import { useEffect, useRef, useState } from 'react';
import { useMine, useSend } from '@/app/live/use-room';
import { useLevel } from '@/app/room/lobby/use-level';
import { useMembers, useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { duration, plural } from '@/app/ui/format';
import { Switch } from '@/app/ui/switch';
import { MANNERS, type Manner } from '@/server/protocol/words';
import { canRecognise } from './recognition';
import { recorder } from './recorder';
import { useKeptWish, useRecorder } from './use-recorder';
import { canSpeak, onVoices, speak } from './voice';

const IN_WORDS: Record<Manner, string> = { brief: 'is brief', digs: 'digs', friendly: 'is friendly' };

/** Who will ask, how the answers are kept, and the start: nothing begins before it is pressed. */
export function Before({ trouble }: { trouble: string | null }) {
  const send = useSend();
  const { plannedAsks, targetSeconds } = useRoomSlice();
  const panel = useMembers().filter(({ role }) => role === 'panelist');
  const isReady = useMine((mine) => mine.ready) ?? false;
  const [aloud, setAloud] = useKeptWish('aloud');
  const [hasVoice, setHasVoice] = useState(false);
  const [areRemote, setAreRemote] = useState(false);
  useEffect(() => setHasVoice(canSpeak()), []);
  useEffect(() => onVoices(setAreRemote), []);
  return (
    <div className="flex w-full max-w-lg flex-col gap-8">
      <div>
        <h2 className="text-balance font-semibold text-prompt">A panel for one</h2>
        <p className="mt-2 text-ink-soft text-lg">
          {plural(plannedAsks, 'question')}
          {targetSeconds === null ? '' : `, ${duration(targetSeconds * 1_000)} each`}. Answer aloud, as if
          they could hear you. After each answer you listen again, compare, and rate yourself.
        </p>
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {panel.map(({ id, name }, at) => (
          <li key={id} className="flex justify-between gap-4 py-2.5">
            <span className="font-medium">{name}</span>
            <span className="text-ink-soft">{IN_WORDS[MANNERS[at % MANNERS.length] ?? 'brief']}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-4">
        <RecordSwitch />
        <TranscriptSwitch />
        {hasVoice ? (
          <Switch
            label="Read the questions aloud"
            hint={
              areRemote
                ? 'This browser has no voice on this device. It sends each question, and nothing else, to the maker of its voice.'
                : 'In your browser’s own voice.'
            }
            checked={aloud}
            onChange={({ target }) => {
              setAloud(target.checked);
              if (target.checked)
                void speak('Hello. I will read the questions to you.', panel[0]?.name ?? '');
            }}
          />
        ) : null}
      </div>
      <Button
        variant="primary"
        size="lg"
        pending={isReady && !trouble}
        className="self-start"
        onClick={() => void send({ type: 'SetReady', ready: true })}
      >
        {isReady && !trouble ? 'They are sitting down…' : 'I’m ready'}
      </Button>
      {trouble ? (
        <p role="alert" className="text-sm">
          {trouble}
        </p>
      ) : null}
    </div>
  );
}

/** Only where the browser recognises speech on the device itself: nothing that is said goes anywhere. */
function TranscriptSwitch() {
  const [can, setCan] = useState(false);
  const [wished, setWished] = useKeptWish('transcript');
  useEffect(() => {
    let isGone = false;
    void canRecognise().then((found) => {
      if (!isGone) setCan(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (!can) return null;
  return (
    <Switch
      label="Write down what I say"
      hint="Your browser recognises it on this device. The text stays in this browser unless you send it for a second opinion."
      checked={wished}
      onChange={({ target }) => setWished(target.checked)}
    />
  );
}

function RecordSwitch() {
  const state = useRecorder();
  const [wished, setWished] = useKeptWish('record');
  // Somebody who wished it the last time, or reloads, is asked for nothing again but by the browser.
  const first = useRef(wished);
  useEffect(() => {
    if (first.current) void recorder.allow();
  }, []);
  const change = (on: boolean) => {
    setWished(on);
    if (on) void recorder.allow();
    else recorder.off();
  };
  return (
    <div>
      <Switch
        label="Record my answers in this browser"
        hint="To listen again. Nothing is sent anywhere, and you can delete it at any time."
        checked={wished && state.kind !== 'failed'}
        onChange={({ target }) => change(target.checked)}
      />
      {state.kind === 'on' ? <Level stream={state.stream} /> : null}
      {state.kind === 'failed' ? (
        <p role="alert" className="pt-2 pl-12 text-sm">
          {state.why}
        </p>
      ) : null}
    </div>
  );
}

export function Level({ stream }: { stream: MediaStream }) {
  const { level, heard } = useLevel(stream);
  return (
    <div className="flex max-w-80 flex-col gap-1.5 pt-2 pl-12">
      <div className="h-1.5 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <div className="h-full origin-left bg-heard" style={{ transform: `scaleX(${level})` }} />
      </div>
      <p className="text-ink-soft text-sm" role="status">
        {heard ? 'Your microphone hears you.' : 'Say something: the line moves when you are heard.'}
      </p>
    </div>
  );
}
