import type { Exercise, Pack, Question, SampleAnswer } from '../protocol/pack';
import { BLANK_EXERCISE, BLANK_QUESTION } from './blank-parts';

export interface TestPackShape {
  groups?: number;
  questionsPerGroup?: number;
  exercises?: number;
  /** Part of every text that a candidate may never see, so that tests can search for it on the wire. */
  secret?: string;
}

/** A small pack: groups `g1`, `g2`, …; questions `g1-q1`, …; exercises `x1`, … Each text is unique. */
export function testPack(shape: TestPackShape = {}): Pack {
  const { groups = 3, questionsPerGroup = 3, exercises = 1, secret = 'key' } = shape;
  const groupIds = numbered(groups, 'g');
  return {
    id: 'test-pack',
    familyId: 'test-pack',
    version: 'a'.repeat(64),
    title: 'Test pack',
    brief: [],
    notes: [],
    groups: groupIds.map((id) => ({
      id,
      title: `Competency ${id}`,
      weight: 1,
      weightReason: null,
      definition: null,
      notes: [`${secret} note of ${id}`],
    })),
    questions: groupIds.flatMap((groupId) =>
      numbered(questionsPerGroup, `${groupId}-q`).map((id) => testQuestion(id, groupId, secret)),
    ),
    exercises: numbered(exercises, 'x').map((id) => testExercise(id, secret)),
    tips: [{ text: `${secret} tip`, context: null }],
  };
}

function testQuestion(id: string, groupId: string, secret: string): Question {
  return {
    ...BLANK_QUESTION,
    kind: 'question',
    id,
    groupId,
    prompt: `Prompt of ${id}?`,
    why: `${secret} why of ${id}`,
    points: numbered(2, 'p').map((point) => ({
      id: `${id}-${point}`,
      text: `${secret} ${point} of ${id}`,
      context: `${secret} context of ${point} of ${id}`,
    })),
    followUps: numbered(2, 'f').map((followUp) => ({
      id: `${id}-${followUp}`,
      text: `Follow-up ${followUp} of ${id}?`,
      when: `${secret} when of ${followUp} of ${id}`,
      facts: null,
    })),
    anchors: anchorsOf(id, secret),
    weakAnswers: [`${secret} weak answer to ${id}`],
    samples: id.endsWith('q3') ? [sampleOf(id, secret)] : [],
    level: null,
    targetSeconds: null,
    behavioural: id.endsWith('1'),
    notes: [`${secret} note on ${id}`],
  };
}

function sampleOf(id: string, secret: string): SampleAnswer {
  return {
    rating: 2,
    text: `${secret} sample answer to ${id}`,
    heard: [`${id}-p1`],
    partial: [],
    notHigher: `${secret} why ${id} is not higher`,
    notLower: null,
  };
}

function testExercise(id: string, secret: string): Exercise {
  return {
    ...BLANK_EXERCISE,
    kind: 'exercise',
    id,
    groupId: null,
    title: `Exercise ${id}`,
    prompt: `Improve ${id}.`,
    language: 'ts',
    original: `const ${id} = 1;\nconst ${id}Two = 2;\n`,
    points: numbered(2, 'p').map((point) => ({
      id: `${id}-${point}`,
      text: `${secret} ${point} of ${id}`,
      context: null,
      severity: 'high',
      lines: [1],
    })),
    improved: `${secret} improved ${id}`,
    reasons: [{ id: `${id}-r1`, text: `${secret} reason of ${id}`, context: null }],
    hints: [`${secret} hint of ${id}`, `${secret} second hint of ${id}`],
    followUps: [],
    anchors: anchorsOf(id, secret),
    level: null,
    targetSeconds: null,
    afterHint: `${secret} after a hint of ${id}`,
    checks: {
      shown: `test('${id} is one', () => assert.equal(${id}, 1));`,
      hidden: `/* ${secret} hidden check of ${id} */`,
      data: null,
    },
    notes: [],
  };
}

function anchorsOf(id: string, secret: string): Question['anchors'] {
  const text = (points: string) => `${secret} anchor ${points} of ${id}`;
  return { '1': text('1'), '2': null, '3': text('3'), '4': null, '5': text('5') };
}

function numbered(count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}
