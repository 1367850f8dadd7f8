import type { Exercise } from '../../protocol/pack';
import { SCRATCH_PAD } from '../../protocol/words';

/** Code from nothing: an exercise beside those of any pack, with no issues planted in it. */
export const scratchPad: Exercise = {
  kind: 'exercise',
  id: SCRATCH_PAD,
  groupId: null,
  title: 'Scratch pad',
  prompt: 'Write code here while you talk. The panel tells you the task.',
  language: null,
  original: '',
  points: [],
  improved: null,
  reasons: [],
  hints: [],
  afterHint: null,
  checks: null,
  followUps: [],
  anchors: null,
  level: null,
  targetSeconds: null,
  tags: [],
  notes: [],
  samples: [],
  notWith: [],
};
