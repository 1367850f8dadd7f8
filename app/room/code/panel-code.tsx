'use client';

import { useRef, useState } from 'react';
import { useIsHost, useMine, useMyAsk, usePanel } from '@/app/live/use-room';
import { type PackItem, useIsObserver, useNameOf } from '@/app/room/shell/use-panel-room';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';
import { RunChecks } from './checks/run-checks';
import { RunOutput } from './checks/run-output';
import { RunResults } from './checks/run-results';
import { HintLadder } from './hint-ladder';
import { select, tellWhere, useIssueLookedAt, useWhereabouts } from './looking';
import { PenControls } from './pen-controls';
import type { LineMark } from './places-of-marks';
import { PointForm } from './point-form';
import { markOf, Pointers } from './pointers';
import { SharedEditor } from './shared-editor';
import type { TextState } from './shared-text';
import { TextWord } from './text-word';
import { findOn, issueOn } from './where';

const SETS = [
  { set: 'shown', label: 'Run the shown checks for the panel' },
  { set: 'hidden', label: 'Run the hidden checks' },
] as const;

type Exercise = Extract<PackItem, { kind: 'exercise' }>;

/** The candidate's code as it is written, with what the panel does about it. */
export function PanelCode({ ask, item, live }: { ask: PanelAsk; item: Exercise; live: boolean }) {
  const code = usePanel((view) => ownOf(view.codes.asks, ask.askId) ?? null);
  const me = useMine((own) => own.memberId);
  const mine = useMyAsk(ask.askId);
  const opened = usePanel((view) => ownOf(view.reveals.reveals, ask.askId)?.finds);
  const isObserver = useIsObserver();
  const isHost = useIsHost();
  const nameOf = useNameOf();
  const lookedAt = useIssueLookedAt(ask.askId);
  const [state, setState] = useState<TextState>('loading');
  const marked = useWhereabouts(ask.askId);
  const textNow = useRef<() => string>(() => '');
  if (!code) return null;
  const pointers = Object.values(code.pointers);
  const writes = live && !isObserver && code.pen !== null && code.pen === me;
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
        marks={[
          ...item.points.flatMap((point) => issueMarks(point, lookedAt?.pointId === point.id)),
          ...findMarks({ ...opened, ...(me && mine ? { [me]: mine.finds } : null) }),
          ...pointers.map((pointer) => markOf(pointer, nameOf)),
        ]}
        lookedAt={lookedAt && { id: issueOn(lookedAt.pointId), times: lookedAt.times }}
        original={item.original}
        nameOf={nameOf}
        onState={setState}
        onMarked={(where) => tellWhere(ask.askId, where)}
        onSelect={(selected) => select(ask.askId, selected)}
        onText={(text) => {
          textNow.current = text;
        }}
      />
      {writes ? <TextWord state={state} writes={writes} /> : null}
      <Pointers pointers={pointers} marked={marked} nameOf={nameOf} />
      {live && !isObserver ? <PointForm askId={ask.askId} pointers={pointers} /> : null}
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
      <RunOutput run={code.ran} label="The candidate ran the code" />
      <RunResults run={code.run} label="Checks that the candidate ran" />
      <RunResults run={code.panelRuns.shown} label="Shown checks, run by the panel" />
      <RunResults run={code.panelRuns.hidden} label="Hidden checks, for the panel alone" />
      <HintLadder ask={ask} item={item} given={code.hints} live={live} />
    </div>
  );
}

function issueMarks(issue: Exercise['points'][number], shown: boolean): LineMark[] {
  return issue.lines.map((line) => ({
    id: issueOn(issue.id),
    lines: { from: line, to: line },
    kind: 'issue',
    title: issue.text,
    shown,
  }));
}

/** Of everybody whose finds are known here. */
function findMarks(finds: Reveal['finds']): LineMark[] {
  return Object.entries(finds).flatMap(([memberId, own]) =>
    Object.values(own).flatMap(({ findId, text, lines, place }) =>
      lines
        ? [{ id: findOn(memberId, findId), lines, place, kind: 'find' as const, title: text, shown: false }]
        : [],
    ),
  );
}
