import type { Command } from '../protocol/commands';
import { NOTHING_HEARD, type RoomCommand } from '../room/core/decision';
import { CHANNELS, type Channel, channelOf, type RoomState } from '../room/core/state';
import { changesViewer, mineFrame, slicesFrame } from '../room/frames';
import { fullFrame } from '../room/views';
import { idOf, SECOND } from './given';
import { type Lived, live, type Step } from './lives';
import { ROOM_ID, testInvite, testMember, testSettings } from './stories';
import { testPack } from './test-pack';

/** The people of the example: who, and by which channel they hear. */
const PEOPLE = ['hana', 'pia', 'carl'] as const;
type Person = (typeof PEOPLE)[number];
const HEARS: Partial<Record<Channel, Person>> = { host: 'hana', panel: 'pia', candidate: 'carl' };
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
    { type: 'WriteNote', ...a1, noteId: 'note-7f3a', text: 'named the cost', atMs: 2_000, shared: true },
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
  ['hana', { type: 'PublishRound', ...r1, sharing: { ratings: true, keyPoints: true, verdicts: false } }],
];

/** A whole led round as the frames that go over the wire, made by the code that makes them. */
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
  return [
    '# everybody connects',
    ...PEOPLE.map((name) =>
      line('←', name, 'full', lobby?.after && fullFrame(lobby.after, idOf(name), START)),
    ),
    ...lives.slice(beginnings.length).flatMap((lived, index) => told(lived, index)),
  ].join('\n');
}

function told({ step, before, decision, after }: Lived, index: number): string[] {
  const name = nameOf(step.by);
  const number = String(index + 1).padStart(4, '0');
  const ack = decision.ok ? { ok: true } : { ok: false, code: decision.code, message: '…' };
  return [
    '',
    line('→', name, 'command', { commandId: `command-${number}`, command: step.command }),
    ...(before && after ? frames(before, after, step.at) : []),
    line('←', name, 'ack', ack),
  ];
}

function frames(before: RoomState, after: RoomState, at: number): string[] {
  const moved = PEOPLE.filter((name) => changesViewer(before, after, idOf(name)));
  const shared = CHANNELS.flatMap((channel) => {
    const name = HEARS[channel];
    const hears = name && !moved.includes(name) && channelOf(after, idOf(name)) === channel;
    const frame = hears ? slicesFrame(before, after, channel, at) : null;
    return frame && name ? [line('←', name, 'slices', frame)] : [];
  });
  const own = PEOPLE.filter((name) => !moved.includes(name)).flatMap((name) => {
    const frame = mineFrame(before, after, idOf(name), at);
    return frame ? [line('←', name, 'mine', frame)] : [];
  });
  return [
    ...shared,
    ...own,
    ...moved.map((name) => line('←', name, 'full', fullFrame(after, idOf(name), at))),
  ];
}

function nameOf(memberId: string | null): Person {
  const name = PEOPLE.find((person) => idOf(person) === memberId);
  if (!name) throw new Error('somebody who is not in the example');
  return name;
}

function line(arrow: '→' | '←', name: Person, event: string, data: unknown): string {
  return `${arrow} ${name} ${event} ${JSON.stringify(data)}`;
}
