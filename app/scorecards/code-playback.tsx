'use client';

import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { fromBase64 } from '@/app/room/code/base64';
import { Button } from '@/app/ui/button';
import { CodeBlock } from '@/app/ui/code-block';
import { clock } from '@/app/ui/format';
import { Segmented } from '@/app/ui/segmented';
import type { Playback, PlaybackMark } from '@/server/protocol/playback';
import { changedLine, panelWriter, playedTo, SPEEDS, type Speed } from './playhead';
import { RecordedText } from './recorded-text';

interface Props {
  playback: Playback;
  title: string;
  name: (memberId: string) => string;
}

const KINDS: Record<PlaybackMark['kind'], string> = {
  hint: 'hint',
  checks: 'checks',
  note: 'note',
  found: 'found',
  partial: 'partly found',
  find: 'extra find',
  pen: 'pen',
};

/** The last line written is marked for this much of the recorded time (ms). */
const RECENT_MS = 1_000;

/** Plays back how code was written: at any speed, from any moment, with what happened beside it. */
export function CodePlayback({ playback, title, name }: Props) {
  const { updates, marks, length } = playback;
  const [earlier, now] = useMemo(() => {
    const text = new RecordedText(updates.map(({ at, data }) => ({ at, update: fromBase64(data) })));
    return [text.reader(), text.reader()];
  }, [updates]);
  const moments = useMemo(
    () => [...updates, ...marks].map(({ at }) => at).sort((a, b) => a - b),
    [updates, marks],
  );
  const [at, seek] = useState(0);
  const [speed, setSpeed] = useState<Speed>(4);
  const [playing, play] = useState(false);
  const before = earlier.at(at - RECENT_MS);
  const shown = now.at(at);
  const line = changedLine(before, shown);
  const writer = panelWriter(updates, at - RECENT_MS, at);

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      const passed = now - last;
      last = now;
      seek((from) => playedTo(from, passed, speed, moments, length));
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, moments, length]);

  const isOver = at >= length;
  useEffect(() => {
    if (isOver) play(false);
  }, [isOver]);

  return (
    <section aria-label={`How the code of ${title} was written`} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          onClick={() => {
            if (isOver) seek(0);
            play(!playing);
          }}
        >
          {playing ? <Pause aria-hidden="true" size={14} /> : <Play aria-hidden="true" size={14} />}
          <span>{playing ? 'Pause' : 'Play'}</span>
        </Button>
        <Segmented
          legend="Speed"
          legendHidden
          className="w-80 max-w-full"
          name={`speed-${playback.askId}`}
          size="sm"
          value={String(speed)}
          onChange={(value) => setSpeed(SPEEDS.find((one) => String(one) === value) ?? 1)}
          choices={SPEEDS.map((one) => ({ value: String(one), label: `${one}×` }))}
        />
        <span className="ml-auto text-sm tabular">
          {writer ? `${name(writer)} wrote this · ` : null}
          {clock(at)} of {clock(length)}
        </span>
      </div>
      <Line playback={playback} at={at} seek={seek} />
      <CodeBlock
        code={shown}
        label={`The code at ${clock(at)}`}
        language={playback.language}
        marked={line}
        className="min-h-60"
      />
      <Marks marks={marks} at={at} seek={seek} name={name} />
      <p className="text-ink-soft text-xs">
        Quiet stretches of more than ten seconds are left out. The times beside what happened are the
        answer’s, whose clock stops in a pause.
      </p>
    </section>
  );
}

interface LineProps {
  playback: Playback;
  at: number;
  seek: (ms: number) => void;
}

function Line({ playback: { marks, length }, at, seek }: LineProps) {
  return (
    <div className="relative">
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={clock(at)}
        min={0}
        max={length}
        step={100}
        value={at}
        onChange={({ target }) => seek(Number(target.value))}
        className="h-(--control-sm) w-full accent-ink"
      />
      <div aria-hidden="true" className="relative mx-2 h-2">
        {marks.map((mark) => (
          <span
            key={`${mark.kind} ${mark.at} ${mark.by} ${mark.text}`}
            title={mark.text}
            style={{ left: `${length === 0 ? 0 : (mark.at / length) * 100}%` }}
            className="absolute h-2 w-0.5 bg-ink-soft"
          />
        ))}
      </div>
    </div>
  );
}

function Marks({
  marks,
  at,
  seek,
  name,
}: Omit<LineProps, 'playback'> & Pick<Props, 'name'> & { marks: readonly PlaybackMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ol aria-label="What happened" className="flex flex-col text-sm">
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.at} ${mark.by} ${mark.text}`} className="border-line border-b">
          <button
            type="button"
            onClick={() => seek(mark.at)}
            className="flex min-h-(--control-sm) w-full items-baseline gap-3 py-1 text-left hover:underline"
          >
            <span className="w-10 shrink-0 text-right text-ink-soft tabular">{clock(mark.atMs)}</span>
            <span className={mark.at > at ? 'text-ink-soft' : undefined}>
              {mark.text}
              <span className="text-ink-soft">
                {' '}
                ({KINDS[mark.kind]}
                {mark.by ? `, ${name(mark.by)}` : ''})
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
