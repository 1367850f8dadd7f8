import type { Command } from '../protocol/commands';
import { SHARED_AT_FIRST } from '../protocol/words';
import { NOTHING_HEARD, type RoomCommand } from '../room/core/decision';
import { changesViewer, patchFrame } from '../room/core/frames';
import { channelOf, type RoomState } from '../room/core/state';
import { fullFrame } from '../room/core/views';
import { idOf, SECOND } from './given';
import { type Lived, live, type Step } from './lives';
import { ROOM_ID, testInvite, testMember, testSettings } from './stories';
import { testPack } from './test-pack';

/** The people of the example. */
const PEOPLE = ['hana', 'pia', 'carl'] as const;
type Person = (typeof PEOPLE)[number];
const START = Date.UTC(2026, 10, 1, 9);

const beginnings: RoomCommand[] = [
  {
    type: 'OpenRoom',
    roomId: ROOM_ID,
    settings: testSettings('led', { title: 'Platform engineer', agenda: ['g1-q1'] }),
    pack: testPack({ groups: 1, questionsPerGroup: 1, exercises: 0 }),
    host: testMember('hana', 'panelist'),
    invites: [
      testInvite('panelist', { expiresAt: START * 2 }),
      testInvite('candidate', { expiresAt: START * 2 }),
    ],
    seen: [],
    seed: '',
  },
  ...(['pia', 'carl'] as const).map(
    (name): RoomCommand => ({
      type: 'JoinRoom',
      memberId: idOf(name),
      principalIds: [`pr_${name}`],
      name,
      tokenHash: name === 'pia' ? 'panelist' : 'candidate',
    }),
  ),
];

const a1 = { askId: 'a1' } as const;
const r1 = { roundId: 'r1' } as const;
const round: [Person, Command][] = [
  ['hana', { type: 'StartRound', candidateId: null }],
  ['pia', { type: 'PushItem', itemId: 'g1-q1', liveAskId: null }],
  ['carl', { type: 'TakeMoment', ...a1 }],
  ['carl', { type: 'ResumeClock', ...a1 }],
  ['pia', { type: 'MarkPoint', ...a1, pointId: 'g1-q1-p1', mark: 'heard' }],
  [
    'pia',
    {
      type: 'WriteNote',
      ...a1,
      noteId: 'note-7f3a',
      text: 'named the cost',
      atMs: 2_000,
      share: 'candidate',
    },
  ],
  ['pia', { type: 'SubmitRating', ...a1, value: 4 }],
  ['hana', { type: 'SubmitRating', ...a1, value: 2 }],
  ['pia', { type: 'RevealRatings', ...a1 }],
  ['hana', { type: 'RevealRatings', ...a1 }],
  ['hana', { type: 'RateAgain', ...a1, value: 3 }],
  ['pia', { type: 'SendMessage', ...r1, text: 'Shall we stop here?' }],
  ['hana', { type: 'StartDeliberation', ...r1 }],
  ['carl', { type: 'RateSelf', ...a1, value: 3 }],
  ['carl', { type: 'WriteReflection', ...r1, text: 'I would start with the cost.', shared: true }],
  ['hana', { type: 'SubmitVerdict', ...r1, verdict: 'yes', rationale: 'Grounded.' }],
  ['pia', { type: 'SubmitVerdict', ...r1, verdict: 'strong-yes', rationale: 'Clear and calm.' }],
  ['hana', { type: 'OpenDebrief', ...r1 }],
  ['pia', { type: 'WriteFeedback', ...r1, keepDoing: 'Naming the cost.', workOn: 'Say who decides.' }],
  ['hana', { type: 'RecordDecision', ...r1, decision: 'advance', why: 'Two for, none against.' }],
  ['hana', { type: 'PublishRound', ...r1, sharing: SHARED_AT_FIRST }],
];

/** The frames of a whole led round, made by the real code. */
export function exampleRound(): string {
  const steps = [
    ...beginnings.map((command) => ({ by: null, command })),
    ...round.map(([name, command]) => ({ by: idOf(name), command })),
  ].map(
    (step, index): Step => ({
      ...step,
      at: START + index * SECOND,
      hostAwayMs: null,
      heardBefore: NOTHING_HEARD,
    }),
  );
  const lives = live(steps);
  const lobby = lives[beginnings.length - 1];
  const counts: Counts = { hana: 1, pia: 1, carl: 1 };
  return [
    '# everybody connects',
    ...PEOPLE.map((name) =>
      line('←', name, 'full', lobby?.after && fullFrame(lobby.after, idOf(name), START)),
    ),
    ...lives.slice(beginnings.length).flatMap((lived, index) => told(lived, index, counts)),
  ].join('\n');
}

/** The number of frames that each person was sent. */
type Counts = Record<Person, number>;

function told({ step, before, decision, after }: Lived, index: number, counts: Counts): string[] {
  const name = nameOf(step.by);
  const number = String(index + 1).padStart(4, '0');
  const ack = decision.ok ? { ok: true } : { ok: false, code: decision.code, message: '…' };
  return [
    '',
    line('→', name, 'command', { commandId: `command-${number}`, command: step.command }),
    ...(before && after ? frames(before, after, step.at, counts) : []),
    line('←', name, 'ack', ack),
  ];
}

function frames(before: RoomState, after: RoomState, at: number, counts: Counts): string[] {
  return PEOPLE.flatMap((name) => {
    const id = idOf(name);
    if (before === after || !channelOf(after, id)) return [];
    const n = counts[name] + 1;
    const moved = changesViewer(before, after, id);
    const frame = moved ? fullFrame(after, id, at, n) : patchFrame(before, after, id, n, at);
    if (!frame) return [];
    counts[name] = n;
    return [line('←', name, moved ? 'full' : 'patch', frame)];
  });
}

function nameOf(memberId: string | null): Person {
  const name = PEOPLE.find((person) => idOf(person) === memberId);
  if (!name) throw new Error('a person who is not in the example');
  return name;
}

function line(arrow: '→' | '←', name: Person, event: string, data: unknown): string {
  return `${arrow} ${name} ${event} ${JSON.stringify(data)}`;
}
