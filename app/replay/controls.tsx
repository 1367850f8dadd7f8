'use client';

import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import { useEffect, useState } from 'react';
import { areSingleKeysOn } from '@/app/room/shell/single-keys';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { Field } from '@/app/ui/field';
import { clock, duration, plural } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import type { ReplayKind } from '@/server/protocol/replay';
import { KIND_WORDS } from './kinds';
import { Legend } from './legend';
import type { Line } from './line';
import { jump, type Moment, positionOf } from './moments';
import { Scrubber } from './scrubber';
import { addressOf } from './start-of';
import { type Playing, SPEEDS, type Speed, speedAfter, speedInWords } from './use-playing';
import { useReplayKeys } from './use-replay-keys';

interface ControlsProps {
  moments: readonly Moment[];
  /** Of the moment that is shown. */
  index: number;
  line: Line;
  playing: Playing;
}

/** Play, jump, speed, position, and a link to this moment. */
export function Controls({ moments, index, line, playing }: ControlsProps) {
  const { at, isPlaying, speed, setSpeed, seek, show, toggle } = playing;
  const [kind, setKind] = useState<ReplayKind | null>(null);
  const kinds = [...new Set(moments.flatMap((moment) => moment.kinds))];
  const [nowhere, setNowhere] = useState<{ index: number; words: string } | null>(null);
  const go = (step: 1 | -1) => {
    const next = jump(moments, index, step, kind);
    const to = next === null ? undefined : moments[next];
    const words = to ? `${kindsInWords(to)}, ${clock(to.at)}` : nowhereInWords(step, kind);
    setNowhere(to ? null : { index, words });
    announce(words);
    if (next !== null) show(positionOf(moments, next));
  };
  const faster = (step: 1 | -1) => {
    const after = speedAfter(speed, step);
    announce(speedInWords(speed, after));
    setSpeed(after);
  };
  const toggleByKey = () => {
    announce(isPlaying ? 'Paused' : 'Playing');
    toggle();
  };
  useReplayKeys({ toggle: toggleByKey, jump: go, faster });
  const address = addressOf(moments, index, at);
  useAddress(address, isPlaying);
  return (
    <section aria-label="Replay" className="sticky top-0 z-10 border-line border-b bg-paper py-3">
      <div className="flex items-end gap-3">
        <Button square size="sm" aria-label={isPlaying ? 'Pause' : 'Play'} onClick={toggle}>
          {isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </Button>
        <Scrubber moments={moments} kind={kind} at={at} line={line} onSeek={seek} />
        <span className="min-h-(--control-sm) pt-1 text-sm tabular">
          {clock(at)} / {clock(line.to)}
        </span>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2 sm:gap-x-3">
        <Field label="Speed" labelHidden className="w-20">
          {(control) => (
            <Select
              {...control}
              value={speed}
              onChange={(event) =>
                setSpeed((SPEEDS.find((one) => one === Number(event.target.value)) ?? 1) satisfies Speed)
              }
            >
              {SPEEDS.map((one) => (
                <option key={one} value={one}>
                  {one}×
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Jump by" labelHidden className="min-w-32 flex-1 sm:max-w-44">
          {(control) => (
            <Select
              {...control}
              value={kind ?? ''}
              onChange={(event) => {
                setKind(kinds.find((one) => one === event.target.value) ?? null);
                setNowhere(null);
              }}
            >
              <option value="">Any moment</option>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {KIND_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button size="sm" onClick={() => go(-1)}>
          <ChevronLeft size={16} aria-hidden="true" />
          <span className="max-sm:sr-only">Previous</span>
        </Button>
        <Button size="sm" onClick={() => go(1)}>
          <span className="max-sm:sr-only">Next</span>
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
        <LinkHere address={address} />
        <p className="min-w-0 truncate text-ink-soft text-sm">
          {nowhere?.index === index ? nowhere.words : kindsInWords(moments[index])}
          <span className="max-lg:hidden">
            {areSingleKeysOn() ? ' · keys: space, J, L, comma, full stop' : ' · key: space'}
          </span>
        </p>
      </div>
      <Legend kinds={kinds} kind={kind} />
      {line.left.count > 0 ? (
        <p className="mt-1 text-ink-soft text-xs">
          {plural(line.left.count, 'quiet stretch', 'quiet stretches')}, {duration(line.left.ms)} in all, left
          out of the line. Times are those of the round.
        </p>
      ) : null}
    </section>
  );
}

function kindsInWords(moment: Moment | undefined): string {
  return (moment?.kinds ?? []).map((one) => KIND_WORDS[one]).join(', ');
}

/** Said when there is nothing to jump to. */
function nowhereInWords(step: 1 | -1, kind: ReplayKind | null): string {
  if (kind === null) return step === 1 ? 'This is the last moment.' : 'This is the first moment.';
  return `Nothing ${step === 1 ? 'later' : 'earlier'} of this kind: ${KIND_WORDS[kind]}`;
}

function LinkHere({ address }: { address: string }) {
  const [base, setBase] = useState('');
  useEffect(() => setBase(location.origin + location.pathname), []);
  return (
    <CopyButton
      size="sm"
      text={`${base}${address}`}
      label="Copy link"
      aria-label="Copy link to this moment"
    />
  );
}

/** The address names the moment while nothing moves: a reload shows it again. */
function useAddress(address: string, isPlaying: boolean): void {
  useEffect(() => {
    if (isPlaying) return;
    const timer = setTimeout(() => {
      history.replaceState(history.state, '', `${location.pathname}${address}`);
    }, 300);
    return () => clearTimeout(timer);
  }, [address, isPlaying]);
}
