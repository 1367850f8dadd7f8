import type { Settings } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { Sharing } from '../protocol/sharing';
import type { Role } from '../protocol/words';
import { EVERYTHING_SHARED } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import { interviewPack } from './interview-pack';
import {
  aiko,
  lena,
  marcus,
  NAMES,
  principalOf,
  priya,
  ROUND,
  Script,
  type Step,
  sam,
} from './interview-script';

export const STARTED = Date.UTC(2026, 9, 14, 14, 0);
export const everything = EVERYTHING_SHARED;

/** The differences between interviews. */
export interface InterviewPlan {
  roomId: string;
  title: string;
  startedAt: number;
  settings: Partial<Settings>;
  pack: Pack;
  sharing: Sharing;
}

export function settingsOf(settings: Partial<Settings>): Settings {
  return {
    title: 'Senior backend panel, Lena',
    format: 'led',
    agenda: [],
    slots: [],
    targetSeconds: 180,
    level: null,
    callLink: null,
    waitingRoom: false,
    autoReveal: false,
    hostRates: true,
    startsAt: null,
    sharesChecklist: false,
    ...settings,
  };
}

/** Everybody in the room, with the host first, before the first round. */
export function opening(script: Script, plan: InterviewPlan): void {
  const member = (memberId: string, role: Role) => ({
    memberId,
    principalId: principalOf(memberId),
    name: NAMES[memberId] ?? memberId,
    role,
    inviteId: null,
  });
  script.say(priya, {
    type: 'RoomOpened',
    roomId: plan.roomId,
    settings: settingsOf({ title: plan.title, ...plan.settings }),
    pack: plan.pack,
    host: member(priya, 'panelist'),
    invites: [],
    seen: [],
    seed: '',
  });
  const peer = plan.settings.format === 'peer';
  const others: [string, Role][] = [
    [marcus, 'panelist'],
    [aiko, 'panelist'],
    [sam, 'observer'],
    [lena, peer ? 'panelist' : 'candidate'],
  ];
  for (const [memberId, role] of others)
    script.say(null, { type: 'MemberJoined', member: member(memberId, role), waiting: false });
  script.wait(120);
}

/** The events of a whole interview, from the open room to the published scorecard. */
export function interview(change: Partial<InterviewPlan> = {}): Step[] {
  const plan: InterviewPlan = {
    roomId: 'rm_interview000',
    title: 'Senior backend panel, Lena',
    startedAt: STARTED,
    settings: {},
    pack: interviewPack(),
    sharing: everything,
    ...change,
  };
  const script = new Script(plan.startedAt);
  opening(script, plan);
  round(script, plan);
  return script.steps;
}

/** The same, with feedback and a private decision before it is published. */
export function closedInterview(change: Partial<InterviewPlan> = {}): Step[] {
  const steps = interview(change);
  const published = steps.slice(-1);
  const say = (by: string, event: RoomEvent): Step => ({ at: published[0]?.at ?? 0, by, event });
  const roundId = ROUND;
  const feedback = (by: string) =>
    say(by, {
      type: 'FeedbackWritten',
      roundId,
      keepDoing: `keep-doing-${NAMES[by]}`,
      workOn: `work-on-${NAMES[by]}`,
    });
  return [
    ...steps.slice(0, -1),
    feedback(priya),
    feedback(marcus),
    say(priya, { type: 'SummaryWritten', roundId, text: 'summary-text' }),
    say(priya, { type: 'DecisionRecorded', roundId, decision: 'advance', why: 'decision-why' }),
    ...published,
  ];
}

function round(script: Script, plan: InterviewPlan): void {
  const roundId = ROUND;
  script.say(priya, {
    type: 'RoundStarted',
    roundId,
    candidateId: lena,
    pool: null,
    agenda: plan.pack.questions.map(({ id }) => id),
    hostId: priya,
    hostReturnsTo: null,
  });
  asks(script);
  script.say(priya, { type: 'AskClosed', askId: 'a7' }, { type: 'DeliberationStarted', roundId });
  script.wait(60);
  for (const [askId, value] of Object.entries({ a1: 4, a3: 3, a4: 4, a7: null }))
    script.say(lena, { type: 'SelfRated', askId, value });
  script.say(lena, {
    type: 'ReflectionWritten',
    roundId,
    text: 'reflection-text: I was too quick with the migration.',
    shared: false,
  });
  const verdict = (verdict: 'yes' | 'no' | 'strong-yes', rationale: string) =>
    ({ type: 'VerdictSubmitted', roundId, verdict, rationale }) as const;
  script.say(
    priya,
    verdict('yes', 'verdict-rationale-priya: clear, concrete, and open about what went wrong.'),
  );
  script.say(marcus, verdict('no', 'verdict-rationale-marcus: no way back from a migration.'));
  script.say(aiko, verdict('strong-yes', ''));
  script.say(null, { type: 'VerdictsOpened', roundId, panel: [priya, marcus, aiko] });
  script.wait(30);
  script.say(priya, { type: 'DebriefOpened', roundId });
  script.wait(300);
  script.say(priya, { type: 'RoundPublished', roundId, sharing: plan.sharing });
}

function asks(script: Script): void {
  script.ask({
    askId: 'a1',
    itemId: 'misunderstanding',
    by: priya,
    seconds: 154,
    rate: { [priya]: [4], [marcus]: [4], [aiko]: [5], [sam]: [2] },
    ticks: {
      [priya]: { 'written-decision': 'heard', 'checks-understanding': 'heard', 'prevents-next': 'partial' },
      [marcus]: { 'written-decision': 'heard', 'checks-understanding': 'partial' },
      [aiko]: { 'written-decision': 'heard', 'checks-understanding': 'heard', 'prevents-next': 'partial' },
      [sam]: { 'written-decision': 'missed' },
    },
    notes: [
      {
        by: priya,
        at: 42,
        text: 'shared-evidence-priya: wrote the decision up within the hour',
        share: 'candidate',
      },
      { by: priya, at: 61, text: 'private-note-priya' },
      { by: marcus, at: 70, text: 'private-note-marcus' },
      {
        by: aiko,
        at: 102,
        text: 'Asked the other team to say it back in their own words',
        share: 'candidate',
      },
      { by: sam, at: 12, text: 'observer-note-sam', share: 'candidate' },
    ],
    stars: [priya, sam],
  });
  script.say(priya, { type: 'MessageSent', roundId: ROUND, text: 'side-channel-text', messageNo: 1 });
  script.say(marcus, { type: 'AskClosed', askId: 'a1' });
  script.say(marcus, { type: 'ItemPushed', askId: 'a2', itemId: 'bad-news', targetMs: 180_000 });
  script.wait(8);
  script.say(marcus, { type: 'AskWithdrawn', askId: 'a2' });
  script.ask({
    askId: 'a3',
    itemId: 'safe-release',
    by: marcus,
    seconds: 212,
    rate: { [priya]: [4], [marcus]: [2, 3], [aiko]: [3], [sam]: [5, 4] },
    ticks: {
      [priya]: { 'small-steps': 'heard', rollback: 'heard', 'health-checks': 'missed' },
      [marcus]: { 'small-steps': 'heard', rollback: 'missed', 'health-checks': 'missed' },
      [aiko]: { 'small-steps': 'heard', rollback: 'partial', 'health-checks': 'missed' },
    },
    notes: [
      { by: marcus, at: 95, text: 'No plan for a migration that cannot be undone', share: 'candidate' },
      { by: priya, at: 118, text: 'Rolls back by switch, has done it twice this year', share: 'candidate' },
    ],
    followUps: ['safe-release-1'],
  });
  script.say(aiko, { type: 'AskClosed', askId: 'a3' });
  script.ask({
    askId: 'a4',
    itemId: 'slow-endpoint',
    by: aiko,
    seconds: 171,
    rate: { [priya]: [3], [marcus]: [null], [aiko]: [4, 3] },
    ticks: {
      [priya]: { 'measures-first': 'heard', percentiles: 'missed', verifies: 'partial' },
      [aiko]: { 'measures-first': 'heard', percentiles: 'missed', verifies: 'partial' },
    },
    notes: [{ by: aiko, at: 33, text: 'Starts at the traces, then the query plan', share: 'candidate' }],
  });
  script.say(priya, { type: 'AskClosed', askId: 'a4' });
  script.say(priya, { type: 'ItemPushed', askId: 'a5', itemId: 'scope-change', targetMs: 180_000 });
  script.wait(40);
  script.say(marcus, { type: 'RatingSubmitted', askId: 'a5', value: 1 });
  script.say(aiko, {
    type: 'NoteWritten',
    askId: 'a5',
    noteId: 'note-a5-0',
    text: 'unopened-note-aiko',
    atMs: 12_000,
    share: 'candidate',
  });
  script.say(priya, { type: 'AskSkipped', askId: 'a5' });
  script.ask({
    askId: 'a6',
    itemId: 'n-plus-one',
    by: priya,
    seconds: 540,
    rate: { [priya]: [3], [marcus]: [3], [aiko]: [3] },
    ticks: {
      [priya]: { 'n-plus-one-query': 'heard', 'n-plus-one-failure': 'missed' },
      [marcus]: { 'n-plus-one-query': 'heard', 'n-plus-one-failure': 'missed' },
      [aiko]: { 'n-plus-one-query': 'heard', 'n-plus-one-failure': 'partial' },
    },
  });
  script.say(priya, { type: 'AskClosed', askId: 'a6' });
  script.ask({
    askId: 'a7',
    itemId: 'loose',
    by: marcus,
    seconds: 65,
    rate: {},
    reveal: false,
    notes: [{ by: priya, at: 20, text: 'unopened-note-priya', share: 'panel' }],
  });
}

/** The room after these steps, by the real `evolve`. */
export function roomAfter(steps: readonly Step[]): RoomState {
  const state = steps.reduce<RoomState | null>(
    (now, { event, at, by }) => evolve(now, event, { at, by }),
    null,
  );
  if (!state) throw new Error('no steps, no room');
  return state;
}
