import { expect, test } from 'vitest';
import { scorecardFor } from '../review/scorecard';
import { interview, roomAfter } from '../testing/interview';
import { priya } from '../testing/interview-script';
import { SCORECARD_VERSION } from './scorecard';
import { readScorecardFile, SCORECARD_FILE, SCORECARD_FILE_VERSION } from './scorecard-file';

const card = scorecardFor(roomAfter(interview()), 'r1', priya);

const fileOf = (...scorecards: object[]) =>
  JSON.stringify({
    format: SCORECARD_FILE,
    version: SCORECARD_FILE_VERSION,
    rounds: scorecards.map((scorecard) => ({
      issuer: 'https://elsewhere.test',
      issuedAt: 1,
      scorecard,
      proof: null,
    })),
  });

test('a file of scorecards of this version is read', () => {
  const read = readScorecardFile(fileOf({ ...card }));
  expect(read.problems).toEqual([]);
  expect(read.rounds.map(({ scorecard }) => scorecard)).toEqual([card]);
});

test('one sentence says that the scorecards have another version', () => {
  for (const version of [SCORECARD_VERSION - 1, SCORECARD_VERSION + 1])
    expect(readScorecardFile(fileOf({ ...card }, { ...card, version, more: 'of that time' }))).toEqual({
      rounds: [],
      problems: [
        `The file holds scorecards of version ${version}, and only version ${SCORECARD_VERSION} can be read here.`,
      ],
    });
});
