import type { Exercise, KeyPoint, Pack, Question } from '../protocol/pack';
import { BLANK_EXERCISE, BLANK_QUESTION } from './blank-parts';

/** A small pack in which every text is unique: four competencies, six questions, two exercises. */
export function interviewPack(): Pack {
  return {
    id: 'senior-backend',
    familyId: 'senior-backend-family',
    version: 'c0ffee'.padEnd(64, '0'),
    title: 'Senior backend panel',
    brief: [],
    notes: ['pack-note'],
    groups: [
      group('communication', 'Communication'),
      group('delivery', 'Delivery'),
      group('use-of-data', 'Use of data'),
      group('code-quality', 'Code quality'),
    ],
    questions: [
      question('misunderstanding', 'communication', {
        prompt:
          'Tell us about a misunderstanding in a team that works across time zones. How did you clear it up?',
        points: [
          [
            'written-decision',
            'Writes the decision down where everybody finds it',
            'People who slept through the call must reach the same conclusion.',
          ],
          [
            'checks-understanding',
            'Checks that the other side understood',
            'A summary that nobody confirms is a guess.',
          ],
          ['prevents-next', 'Changes something so that it does not happen again', null],
        ],
        behavioural: true,
      }),
      question('bad-news', 'communication', {
        prompt: 'How do you tell a customer that a date will not be met?',
        points: [
          ['early', 'Says it early, before somebody asks', null],
          ['options', 'Brings options with their price', 'A choice keeps the customer in control.'],
        ],
      }),
      question('safe-release', 'delivery', {
        prompt: 'How do you release many times a day without putting payroll runs at risk?',
        points: [
          [
            'small-steps',
            'Small changes behind switches',
            'The size of a change decides how hard it is to undo.',
          ],
          ['rollback', 'A way back that is practised', 'A rollback that was never tried is a hope.'],
          ['health-checks', 'Health checks that stop the rollout by themselves', null],
        ],
        followUps: [
          'What if the release includes a migration that cannot be undone?',
          'Who decides to stop it?',
        ],
      }),
      question('scope-change', 'delivery', {
        prompt: 'A major requirement changes in the middle of a project. What do you do first?',
        points: [
          ['trade-offs', 'Names what it costs, and who decides', null],
          ['keeps-outcome', 'Keeps the outcome in sight', null],
        ],
      }),
      question('slow-endpoint', 'use-of-data', {
        prompt: 'An endpoint got slower over the last month. Walk us through how you find out why.',
        points: [
          ['measures-first', 'Measures before changing anything', 'An unmeasured fix moves the problem.'],
          [
            'percentiles',
            'Looks at percentiles, not at the mean',
            'The mean hides the customers who suffer.',
          ],
          ['verifies', 'Verifies the effect after the change', null],
        ],
      }),
      question('unasked', 'use-of-data', {
        prompt: 'unasked-prompt: which figure would you watch in the first week?',
        points: [['unasked-point', 'unasked-point-text', 'unasked-context']],
      }),
    ],
    exercises: [
      exercise('n-plus-one', 'code-quality', 'Invoices of all companies'),
      exercise('loose', null, 'Rounding money'),
    ],
    tips: [{ text: 'tip-text', context: 'tip-context' }],
  };
}

const group = (id: string, title: string) => ({
  id,
  title,
  weight: 1,
  weightReason: null,
  definition: null,
  notes: [],
});

type PointText = [id: string, text: string, context: string | null];

function question(
  id: string,
  groupId: string,
  text: { prompt: string; points: PointText[]; followUps?: string[]; behavioural?: boolean },
): Question {
  return {
    ...BLANK_QUESTION,
    kind: 'question',
    id,
    groupId,
    prompt: text.prompt,
    why: `why-${id}`,
    points: text.points.map(point),
    followUps: (text.followUps ?? []).map((followUp, index) => ({
      id: `${id}-${index + 1}`,
      text: followUp,
      when: `when-${id}`,
      facts: null,
    })),
    anchors: { '1': `anchor-1-${id}`, '2': null, '3': `anchor-3-${id}`, '4': null, '5': `anchor-5-${id}` },
    weakAnswers: [`weak-${id}`],
    level: null,
    targetSeconds: null,
    behavioural: text.behavioural ?? false,
    notes: [`note-${id}`],
  };
}

function point([id, text, context]: PointText): KeyPoint {
  return { id, text, context };
}

function exercise(id: string, groupId: string | null, title: string): Exercise {
  return {
    ...BLANK_EXERCISE,
    kind: 'exercise',
    id,
    groupId,
    title,
    prompt: `Improve this code: ${title}.`,
    language: 'ruby',
    original: 'companies.each do |company|\n  company.invoices.each { |invoice| send(invoice) }\nend\n',
    points: [
      {
        id: `${id}-query`,
        text: 'Loads the invoices of each company alone',
        context: 'One query a company.',
        severity: 'high',
        lines: [2],
      },
      {
        id: `${id}-failure`,
        text: 'One failure stops all that come after',
        context: null,
        severity: 'medium',
        lines: [2],
      },
    ],
    improved:
      'companies.includes(:invoices).find_each do |company|\n  company.invoices.each { |invoice| SendJob.perform_later(invoice) }\nend\n',
    reasons: [{ id: `${id}-reason`, text: 'Loads in batches', context: 'Memory stays flat.' }],
    hints: [`hint-${id}`],
    afterHint: null,
    checks: null,
    followUps: [],
    anchors: null,
    level: null,
    targetSeconds: null,
    notes: [],
  };
}
