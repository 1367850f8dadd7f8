import { expect, test } from 'vitest';
import { randomLife } from '../testing/random-room';
import { testPack } from '../testing/test-pack';
import { project } from './project';
import { projectionsOf } from './rebuild';
import type { LoggedEvent } from './replay';

test.each(['led', 'peer'] as const)(
  'the log of a %s room makes the rows that it wrote as it went',
  (format) => {
    const entropy = Array.from({ length: 120 }, (_, index) => index * 7_919 + 13);
    const lives = randomLife(format, testPack({ groups: 3, questionsPerGroup: 4, exercises: 6 }), entropy);
    const log: LoggedEvent[] = lives.flatMap(({ step: { at, by }, decision }, index) =>
      (decision.ok ? decision.events : []).map((event) => ({
        seq: 0,
        commandId: `command-${index}`,
        at,
        by,
        event,
      })),
    );
    const written = lives.flatMap(({ before, after, decision }) =>
      after && decision.ok && decision.events.length > 0 ? project(before, after, decision.events) : [],
    );
    expect(written.length).toBeGreaterThan(20);
    expect(projectionsOf(log)).toEqual(written);
  },
);
