import { describe, expect, test } from 'vitest';
import { scorecard } from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import { closedInterview, interview, roomAfter, STARTED } from '../testing/interview';
import { aiko, lena, marcus, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { previewFor } from './preview';
import { scorecardFor } from './scorecard';

const LATER = STARTED + 86_400_000;
const later = (event: RoomEvent, by: string = priya): Step => ({ at: LATER, by, event });
const withdrawn = later({ type: 'ScorecardWithdrawn', roundId: ROUND });
const PANEL = [priya, marcus, aiko, sam];

const closed = () => closedInterview().slice(0, -1);
const cardOf = (steps: readonly Step[], viewer: string) => scorecardFor(roomAfter(steps), ROUND, viewer);

describe('a round that is closed in private', () => {
  test('has a scorecard for the panel and its observers, and none for its candidate', () => {
    for (const viewer of PANEL) {
      const card = cardOf(closed(), viewer);
      expect(scorecard.parse(card)).toMatchObject({ round: { publishedAt: null } });
    }
    expect(cardOf(closed(), lena)).toBeNull();
  });

  test('shows the decision with its dissent to the panel, and never to the candidate', () => {
    for (const viewer of PANEL)
      expect(cardOf(closed(), viewer)?.decision).toMatchObject({
        decision: 'advance',
        why: 'decision-why',
        by: priya,
        dissent: [marcus],
      });
    const card = cardOf(closedInterview({ sharing: EVERYTHING_SHARED }), lena);
    expect(card?.decision).toBeNull();
    expect(JSON.stringify(card)).not.toContain('decision-why');
  });

  test('keeps feedback its author’s own, until it is published', () => {
    expect(cardOf(closed(), marcus)?.feedback).toEqual({
      summary: null,
      given: [{ memberId: marcus, keepDoing: 'keep-doing-Marcus Weber', workOn: 'work-on-Marcus Weber' }],
      opened: false,
    });
    expect(cardOf(closed(), priya)?.feedback).toMatchObject({ summary: 'summary-text' });
    expect(cardOf(closed(), aiko)?.feedback).toBeNull();
    for (const viewer of [...PANEL, lena]) {
      const feedback = cardOf(closedInterview(), viewer)?.feedback;
      expect(feedback).toMatchObject({ summary: 'summary-text', opened: true });
      expect(feedback?.given).toHaveLength(2);
    }
  });

  test('that was published and withdrawn is again closed to its candidate', () => {
    const steps = [...closedInterview(), withdrawn];
    expect(cardOf(steps, lena)).toBeNull();
    expect(cardOf(steps, marcus)).not.toBeNull();
  });
});

describe('what a led candidate gets', () => {
  test('[PUBLISH-4] to begin with: means and feedback, no name and no single rating', () => {
    const card = cardOf(closedInterview({ sharing: SHARED_AT_FIRST }), lena);
    expect(card).toMatchObject({ verdicts: null, agreement: null, headline: { people: [], moves: [] } });
    expect(card?.headline?.first).toBeCloseTo(3.4545, 3);
    expect(card?.feedback?.given.every(({ memberId }) => memberId === null)).toBe(true);
    expect(card?.competencies[0]?.scores).toMatchObject({ lowest: null, highest: null, ratings: 3 });
    expect(card?.asks[0]).toMatchObject({
      evidence: [],
      points: null,
      panel: { ratings: [], range: null, ad: null, flagged: false, cause: null },
    });
  });

  test('the notes for them, not those for the panel', () => {
    const steps = closedInterview().map((step) =>
      step.event.type === 'NoteWritten' && step.by === aiko
        ? { ...step, event: { ...step.event, share: 'panel' as const } }
        : step,
    );
    const evidence = (viewer: string) =>
      JSON.stringify(cardOf(steps, viewer)?.asks.map((ask) => ask.evidence));
    expect(evidence(marcus)).toContain('Asked the other team');
    expect(evidence(lena)).not.toContain('Asked the other team');
    expect(evidence(lena)).toContain('shared-evidence-priya');
  });

  test('none of the notes on a question without a reveal, nor does the panel read them', () => {
    const noteOn = (askId: string) =>
      later(
        {
          type: 'NoteWritten',
          askId,
          noteId: 'note-late',
          text: 'never-opened',
          atMs: 5,
          share: 'candidate',
        },
        marcus,
      );
    const steps = [...closedInterview(), noteOn('a5'), noteOn('a7')];
    for (const viewer of [priya, aiko, sam, lena])
      expect(JSON.stringify(cardOf(steps, viewer))).not.toContain('never-opened');
    for (const { evidence, mine, askId } of cardOf(steps, marcus)?.asks ?? [])
      if (askId === 'a5' || askId === 'a7')
        expect([evidence, mine?.notes]).toMatchObject([[], [{ text: 'never-opened' }]]);
  });

  test('everything that is published, even if they were removed before it was over', () => {
    const steps = closedInterview();
    const over = steps.findIndex(({ event }) => event.type === 'DecisionRecorded');
    const at = steps[over]?.at ?? 0;
    const removed: Step = { at, by: priya, event: { type: 'MemberRemoved', memberId: lena } };
    const gone = [...steps.slice(0, over), removed, ...steps.slice(over)];
    expect(cardOf(gone, lena)?.asks.length).toBeGreaterThan(0);
    expect(cardOf(gone.slice(0, -1), lena)).toBeNull();
    for (const viewer of PANEL)
      expect(cardOf(gone, viewer)?.people).toContainEqual({
        memberId: lena,
        name: 'Lena Fischer',
        role: 'candidate',
      });
    const { participants } = roomAfter(gone).rounds[0] ?? {};
    expect(participants?.filter(({ role }) => role === 'candidate')).toHaveLength(1);
    const card = previewFor(roomAfter(gone.slice(0, -1)), ROUND, priya, SHARED_AT_FIRST, LATER);
    expect(card?.headline?.first).toBeCloseTo(3.4545, 3);
  });

  test('follows what is shared later', () => {
    const sharing = { ...SHARED_AT_FIRST, ratings: 'none' as const };
    const steps = [...closedInterview(), later({ type: 'SharingChanged', roundId: ROUND, sharing })];
    expect(cardOf(steps, lena)).toMatchObject({ headline: null, shows: sharing });
  });
});

describe('the preview', () => {
  const preview = (steps: readonly Step[], by = priya, sharing: Sharing = SHARED_AT_FIRST) =>
    previewFor(roomAfter(steps), ROUND, by, sharing, LATER);

  test('[PUBLISH-5] is the candidate’s scorecard, byte for byte, where the host knows all that is on it', () => {
    const sharing = { ...EVERYTHING_SHARED, feedback: false };
    const steps = interview({ sharing }).map((step) =>
      step.event.type === 'ReflectionWritten' ? { ...step, event: { ...step.event, shared: true } } : step,
    );
    const state = roomAfter(steps);
    const at = state.rounds[0]?.published?.at ?? 0;
    expect(JSON.stringify(previewFor(roomAfter(steps.slice(0, -1)), ROUND, priya, sharing, at))).toBe(
      JSON.stringify(scorecardFor(state, ROUND, lena)),
    );
  });

  test('is only for the host, from the debrief on', () => {
    for (const viewer of [marcus, aiko, sam, lena, 'mb_nobody000000'])
      expect(preview(closed(), viewer)).toBeNull();
    const debrief = interview().findIndex(({ event }) => event.type === 'DebriefOpened');
    expect(preview(interview().slice(0, debrief))).toBeNull();
    expect(preview(interview().slice(0, debrief + 1))).not.toBeNull();
  });

  test('[PUBLISH-5] is not for a host to whom the round itself is closed', () => {
    const nia = { memberId: 'mb_nialater0000', principalId: 'pr_nia', name: 'Nia', inviteId: null };
    const joins = later({ type: 'MemberJoined', member: { ...nia, role: 'panelist' }, waiting: false });
    const handed = later({ type: 'HostChanged', from: priya, to: nia.memberId, how: 'handed-over' });
    for (const before of [closed(), closedInterview()]) {
      const steps = [...before, joins, handed];
      expect(preview(steps, nia.memberId, EVERYTHING_SHARED)).toBeNull();
      expect(cardOf(steps, nia.memberId)).toBeNull();
    }
    const there = closed().findIndex(({ event }) => event.type === 'DecisionRecorded');
    const early = [...closed().slice(0, there), joins, ...closed().slice(there), handed];
    expect(preview(early, nia.memberId)).not.toBeNull();
  });

  test('[PUBLISH-5] holds no word of others’ feedback that has not opened, nor what the candidate keeps to themselves', () => {
    const before = JSON.stringify(preview(closed()));
    for (const secret of ['keep-doing-Marcus', 'work-on-Marcus', 'reflection-text', 'decision-why'])
      expect(before).not.toContain(secret);
    expect(before).toContain('keep-doing-Priya');
    const after = JSON.stringify(preview(closedInterview()));
    expect(after).toContain('keep-doing-Marcus');
    expect(after).not.toContain('reflection-text');
  });

  test('is the same bytes whatever the host may not know', () => {
    const other = (step: Step): Step => {
      const { event, by } = step;
      if (event.type === 'FeedbackWritten' && by === marcus)
        return { ...step, event: { ...event, keepDoing: 'other', workOn: '' } };
      if (event.type === 'ReflectionWritten') return { ...step, event: { ...event, text: 'other' } };
      if (event.type === 'NoteWritten' && event.share === 'none' && by !== priya)
        return { ...step, event: { ...event, text: 'other', atMs: 3 } };
      if (event.type === 'StarMarked') return { ...step, event: { ...event, atMs: 7 } };
      if (event.type === 'RatingSubmitted' && (by === sam || event.askId === 'a5'))
        return { ...step, event: { ...event, value: 5 } };
      return step;
    };
    for (const sharing of [SHARED_AT_FIRST, EVERYTHING_SHARED])
      expect(JSON.stringify(preview(closed().map(other), priya, sharing))).toBe(
        JSON.stringify(preview(closed(), priya, sharing)),
      );
  });
});
