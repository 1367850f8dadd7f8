'use client';

import { useRef, useState } from 'react';
import { useIsHost, useMine, usePanel } from '@/app/live/use-room';
import { type PackItem, useIsObserver, useNameOf } from '@/app/room/shell/use-panel-room';
import type { CodePlace } from '@/server/protocol/code';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { RunChecks } from './checks/run-checks';
import { RunResults } from './checks/run-results';
import { HintLadder } from './hint-ladder';
import type { LineMark } from './line-marks';
import { selectLines, useIssueLookedAt, useSelectedLines } from './looking';
import { PenControls } from './pen-controls';
import { PointForm } from './point-form';
import { markOf, Pointers, useMarkedLines } from './pointers';
import { SharedEditor } from './shared-editor';
import type { TextState } from './shared-text';
import { TextWord } from './text-word';

const SETS = [
  { set: 'shown', label: 'Run the shown checks for the panel' },
  { set: 'hidden', label: 'Run the hidden checks' },
] as const;

type Exercise = Extract<PackItem, { kind: 'exercise' }>;

/** The candidate's code as it is written, with what the panel does about it. */
export function PanelCode({ ask, item, live }: { ask: PanelAsk; item: Exercise; live: boolean }) {
  const code = usePanel((view) => ownOf(view.codes.asks, ask.askId) ?? null);
  const me = useMine((mine) => mine.memberId);
  const isObserver = useIsObserver();
  const isHost = useIsHost();
  const nameOf = useNameOf();
  const lookedAt = useIssueLookedAt(ask.askId);
  const [state, setState] = useState<TextState>('loading');
  const [marked, setMarked] = useMarkedLines();
  const textNow = useRef<() => string>(() => '');
  const selected = useSelectedLines(ask.askId);
  const place = useRef<CodePlace | null>(null);
  if (!code) return null;
  const issue = item.points.find(({ id }) => id === lookedAt);
  const pointers = Object.values(code.pointers);
  const writes = live && code.pen !== null && code.pen === me;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        {code.pen ? <span className="font-medium">Pen: {nameOf(code.pen)}</span> : null}
        {isHost && live ? <PenControls askId={ask.askId} pen={code.pen} /> : null}
      </div>
      <SharedEditor
        askId={ask.askId}
        language={code.language}
        label={`The candidate’s code${code.language ? `, in ${code.language}` : ''}`}
        writes={writes}
        marks={[...issueMarks(issue), ...pointers.map((pointer) => markOf(pointer, nameOf))]}
        original={item.original}
        nameOf={nameOf}
        onState={setState}
        onMarked={setMarked}
        onSelect={(lines, at) => {
          place.current = at;
          selectLines(ask.askId, lines);
        }}
        onText={(text) => {
          textNow.current = text;
        }}
      />
      {writes ? <TextWord state={state} writes /> : null}
      <Pointers pointers={pointers} marked={marked} nameOf={nameOf} />
      {live && !isObserver ? (
        <PointForm askId={ask.askId} selected={selected} place={() => place.current} pointers={pointers} />
      ) : null}
      {live && !isObserver && item.checks ? (
        <div className="flex flex-wrap gap-2">
          {SETS.map(({ set, label }) => {
            const checks = item.checks?.[set];
            return checks ? (
              <RunChecks
                key={set}
                askId={ask.askId}
                language={code.language}
                set={set}
                checks={checks}
                data={item.checks?.data ?? null}
                label={label}
                text={() => textNow.current()}
              />
            ) : null;
          })}
        </div>
      ) : null}
      <RunResults run={code.run} label="Checks that the candidate ran" />
      <RunResults run={code.panelRuns.shown} label="Shown checks, run by the panel" />
      <RunResults run={code.panelRuns.hidden} label="Hidden checks, for the panel alone" />
      <HintLadder ask={ask} item={item} given={code.hints} live={live} />
    </div>
  );
}

function issueMarks(issue: Exercise['points'][number] | undefined): LineMark[] {
  return (issue?.lines ?? []).map((line) => ({
    lines: { from: line, to: line },
    kind: 'issue',
    title: issue?.text ?? '',
  }));
}
