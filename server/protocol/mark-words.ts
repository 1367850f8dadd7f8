import type { Mark } from './words';

const ANSWER: Record<Mark, string> = { heard: 'heard', partial: 'partial', missed: 'missed' };
const CODE: Record<Mark, string> = { heard: 'found', partial: 'partial', missed: 'missed' };

/** A key point is heard; a planted issue is found. */
export const markWords = (kind: 'question' | 'exercise'): Record<Mark, string> =>
  kind === 'exercise' ? CODE : ANSWER;
