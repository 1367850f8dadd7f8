import { describe, expect, test } from 'vitest';
import { fullInterview } from '../testing/full-interview';
import { interview } from '../testing/interview';
import { lena, priya, ROUND, type Step } from '../testing/interview-script';
import { shipped } from '../testing/shipped-packs';
import { replayOf } from './replay';

/** The kinds of the moments at which events of each type happened, by this person or by anybody. */
function kindsOf(steps: readonly Step[], viewer: string, by: string | null) {
  const log = steps.map((step, index) => ({ ...step, at: index, seq: index + 1, commandId: `c${index}` }));
  const kinds: Partial<Record<Step['event']['type'], string[]>> = {};
  for (const frame of replayOf(log, ROUND, viewer)?.frames ?? []) {
    const step = log[frame.at];
    if (!step || (by !== null && step.by !== by)) continue;
    const known = kinds[step.event.type] ?? [];
    kinds[step.event.type] = [...new Set([...known, ...frame.kinds])].sort();
  }
  return kinds;
}

describe('the kind of a moment', () => {
  test('is what a panelist wrote, also when it is the first thing on a question', () => {
    expect(kindsOf(interview(), priya, priya)).toMatchObject({
      PointMarked: ['tick'],
      StarMarked: ['star'],
      NoteWritten: ['note'],
      RatingSubmitted: ['rating'],
    });
  });

  test('is what happened to the round, for the panel', () => {
    expect(kindsOf(interview(), priya, null)).toMatchObject({
      ItemPushed: expect.arrayContaining(['question']),
      FollowUpPushed: ['follow-up'],
      AskRevealed: expect.arrayContaining(['reveal']),
      MessageSent: ['message'],
      VerdictsOpened: ['verdict'],
      DebriefOpened: expect.arrayContaining(['phase']),
    });
    const { pack } = shipped('oyster-panel');
    expect(kindsOf(fullInterview(pack), priya, null).DecisionRecorded).toContain('decision');
  });

  test('is what a candidate wrote about themselves, and never what the panel does', () => {
    const own = kindsOf(interview(), lena, null);
    expect(own).toMatchObject({ SelfRated: ['rating'], ReflectionWritten: ['reflection'] });
    const ofThePanel = ['PointMarked', 'NoteWritten', 'RatingSubmitted', 'AskRevealed', 'VerdictSubmitted'];
    expect(ofThePanel.filter((type) => type in own)).toEqual([]);
  });
});
