'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

const waiting = (
  <div className="p-6">
    <SkeletonLines lines={6} />
  </div>
);

const lines = <SkeletonLines lines={5} />;

/** The bank, below the agenda, which is there at once. */
export const Bank = onDemand(
  () => import('@/app/room/agenda/bank').then((part) => part.Bank),
  <div className="px-4 py-3">
    <SkeletonLines lines={4} />
  </div>,
);

/** Parts of only some questions: code, or an answer instead of key points. */
export const ExerciseCode = onDemand(
  () => import('@/app/room/asking/exercise-code').then((part) => part.ExerciseCode),
  lines,
);
export const ExtraFinds = onDemand(() =>
  import('@/app/room/code/extra-finds').then((part) => part.ExtraFinds),
);
export const Answer = onDemand(
  () => import('@/app/room/listening/answer').then((part) => part.Answer),
  lines,
);

/** Parts that are needed only later in a round. */
export const Reveal = onDemand(() => import('@/app/room/reveal/reveal').then((part) => part.Reveal), lines);
export const Deliberation = onDemand(
  () => import('@/app/room/verdicts/deliberation').then((part) => part.Deliberation),
  waiting,
);
export const Debrief = onDemand(
  () => import('@/app/room/debrief/debrief').then((part) => part.Debrief),
  waiting,
);
export const RoundNotes = onDemand(
  () => import('@/app/room/debrief/round-notes').then((part) => part.RoundNotes),
  waiting,
);

export const LATER_PARTS = [Reveal, ExerciseCode, ExtraFinds, Answer, Deliberation, Debrief, RoundNotes];
