import type { Channel } from '../../room/core/state';
import type { Step } from '../lives';
import { otherCandidates, otherRounds } from './other-candidates';
import { otherDoor } from './other-door';
import { otherAgenda, otherAnswers, otherPools } from './other-pack';
import {
  isClosed,
  otherDecisions,
  otherFeedback,
  otherPractice,
  otherPrivateNotes,
  otherRatings,
  otherReturns,
  otherSelf,
  otherSharing,
  otherVerdicts,
} from './other-work';
import { type Scene, sawRound } from './scene';
import { codeWork, inserted, isOneOf, panelWork, varyTypes } from './vary';

/** For one row of the table, another life that this viewer must not be able to distinguish from the first. */
export interface Secret {
  /** The rows of the table in SPEC.md. */
  rows: string;
  channels: readonly Channel[];
  what: string;
  /** Null if the life has nothing of this kind. */
  vary(scene: Scene): Step[] | null;
}

const roundCommands = [
  ...([
    'PushItem',
    'PushFollowUp',
    'PauseClock',
    'ResumeClock',
    'AddTime',
    'WithdrawAsk',
    'SkipAsk',
  ] as const),
  ...(['ReturnToAsk', 'TakeMoment', 'SubmitRating', 'RateAgain', 'RevealRatings', 'MarkPoint'] as const),
  ...(['MarkStar', 'WriteNote', 'DeleteNote', 'SendMessage', 'RaiseHand', 'RateSelf'] as const),
  ...(['HandPen', 'TakePen', 'GiveHint', 'AddFind', 'RemoveFind', 'PointAt'] as const),
  ...(['ClearPoint', 'ReportChecks'] as const),
  ...(['WriteReflection', 'WriteFeedback', 'WriteSummary', 'CallCandidateBack'] as const),
];
const panel = ['host', 'panel'] as const;
const outside = ['bench', 'waiting'] as const;

export const SECRETS: readonly Secret[] = [
  {
    rows: 'SEE-4, SEE-5, SEE-6, SEE-7',
    channels: ['candidate'],
    what: 'the panel’s ratings, ticks, S-T-A-R marks, reveals and notes',
    vary: (scene) =>
      inserted(
        scene,
        varyTypes(scene, [
          ...(['SubmitRating', 'RateAgain', 'RevealRatings', 'MarkPoint', 'MarkStar'] as const),
          ...(['WriteNote', 'DeleteNote'] as const),
        ]),
        () => panelWork(scene),
      ),
  },
  {
    rows: 'SEE-25, SEE-26',
    channels: ['candidate'],
    what: 'extra finds, pointers for the panel, and checks that the panel ran',
    vary: (scene) =>
      inserted(
        scene,
        varyTypes(
          scene,
          ['AddFind', 'RemoveFind', 'ReportChecks', 'PointAt'],
          ({ by, command }) =>
            by !== scene.round.candidateId && !(command.type === 'PointAt' && command.to === 'everyone'),
        ),
        () => codeWork(scene),
      ),
  },
  {
    rows: 'SEE-25',
    channels: panel,
    what: 'others’ hidden extra finds',
    vary: (scene) => varyTypes(scene, ['AddFind', 'RemoveFind'], isClosed),
  },
  {
    rows: 'SEE-10',
    channels: ['candidate'],
    what: 'the side channel and raised hands',
    vary: (scene) => varyTypes(scene, ['SendMessage', 'RaiseHand']),
  },
  { rows: 'SEE-8, SEE-9', channels: ['candidate'], what: 'verdicts', vary: otherVerdicts },
  {
    rows: 'SEE-3',
    channels: ['candidate', ...outside],
    what: 'key points, context, anchors, references and follow-ups to come',
    vary: (scene) => otherAnswers(scene, false),
  },
  { rows: 'SEE-2', channels: ['candidate'], what: 'the agenda of the same length', vary: otherAgenda },
  {
    rows: 'SEE-14',
    channels: ['candidate', 'bench'],
    what: 'the waiting room and the settings',
    vary: (scene) => otherDoor(scene, true),
  },
  { rows: 'SEE-4', channels: panel, what: 'the values of others’ hidden ratings', vary: otherRatings },
  {
    rows: 'SEE-4',
    channels: panel,
    what: 'others’ hidden ticks',
    vary: (scene) => varyTypes(scene, ['MarkPoint'], isClosed),
  },
  {
    rows: 'SEE-7',
    channels: panel,
    what: 'others’ S-T-A-R marks',
    vary: (scene) => varyTypes(scene, ['MarkStar']),
  },
  { rows: 'SEE-7', channels: panel, what: 'others’ private notes', vary: otherPrivateNotes },
  {
    rows: 'SEE-8',
    channels: panel,
    what: 'others’ verdicts before all are in',
    vary: (scene) => (scene.round.verdictsOpened ? null : otherVerdicts(scene)),
  },
  { rows: 'SEE-11', channels: panel, what: 'self-rating and reflection', vary: otherSelf },
  {
    rows: 'SEE-21',
    channels: ['candidate'],
    what: 'the decision, recorded in other words and again',
    vary: otherDecisions,
  },
  {
    rows: 'SEE-22',
    channels: [...panel, 'candidate'],
    what: 'others’ feedback and the host’s summary',
    vary: otherFeedback,
  },
  {
    rows: 'SEE-23',
    channels: ['panel', 'candidate'],
    what: 'what the host shares with candidates',
    vary: (scene) => (scene.end.hosts.includes(scene.viewer) ? null : otherSharing(scene)),
  },
  {
    rows: 'SEE-12',
    channels: panel,
    what: 'questions and exercises of those who have still to sit',
    vary: otherPools,
  },
  { rows: 'SEE-13', channels: panel, what: 'an observer’s practice', vary: otherPractice },
  { rows: 'SEE-14', channels: ['panel'], what: 'the waiting room', vary: (scene) => otherDoor(scene, false) },
  {
    rows: 'SEE-1, SEE-15',
    channels: outside,
    what: 'everything that happens in the round',
    vary: (scene) => {
      // The number of asks decides whether a round can be discarded, and the round decides whether people have to wait.
      const { lives, since } = scene;
      if (sawRound(scene)) return null;
      if (lives.some(({ step }, index) => index > since && step.command.type === 'DiscardRound')) return null;
      const steps = varyTypes(scene, [...roundCommands, 'SubmitVerdict'], ({ command }) =>
        isOneOf(command, ...roundCommands),
      );
      return inserted(scene, steps, () => panelWork(scene));
    },
  },
  {
    rows: 'SEE-28',
    channels: outside,
    what: 'that asking was resumed, and that late panelists take part',
    vary: otherReturns,
  },
  {
    rows: 'SEE-1, SEE-15',
    channels: outside,
    what: 'the questions themselves',
    vary: (scene) => otherAnswers(scene, true),
  },
  {
    rows: 'SEE-20',
    channels: ['candidate', 'bench'],
    what: 'other candidates of a led room',
    vary: otherCandidates,
  },
  {
    rows: 'SEE-28',
    channels: ['candidate', ...outside],
    what: 'rounds of others, discarded before the viewer’s own or whole after it',
    vary: otherRounds,
  },
];
