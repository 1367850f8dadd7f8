import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scorecardFor } from '../review/scorecard';
import { checkSignature, createSigner } from '../review/signing';
import { interview, roomAfter } from '../testing/interview';
import { priya, ROUND } from '../testing/interview-script';
import { OLDEST_SCORECARD, todaysScorecard } from './earlier-scorecards';
import { SCORECARD_VERSION, scorecard } from './scorecard';
import {
  readScorecardFile,
  SCORECARD_FILE,
  SCORECARD_FILE_VERSION,
  scorecardFileSchema,
} from './scorecard-file';

const card = scorecardFor(roomAfter(interview()), ROUND, priya);

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

test('one sentence says that a newer Hotseat wrote it, or that nobody reads what was never released', () => {
  const versionOf = (version: number) =>
    readScorecardFile(fileOf({ ...card }, { ...card, version, more: 'of that time' }));
  expect(versionOf(SCORECARD_VERSION + 1)).toEqual({
    rounds: [],
    problems: [
      `A newer Hotseat wrote this file (its version is ${SCORECARD_VERSION + 1}). Ask the people who run this Hotseat to update it.`,
    ],
  });
  expect(versionOf(OLDEST_SCORECARD - 1).problems).toHaveLength(1);
  expect(versionOf(OLDEST_SCORECARD - 1).problems[0]).toContain('Download them again');
});

const EARLIER = Array.from(
  { length: SCORECARD_VERSION - OLDEST_SCORECARD },
  (_, no) => OLDEST_SCORECARD + no,
);

test.each(EARLIER)(
  'a scorecard that version %i signed is read, is still what was signed, and shows as one of today',
  async (version) => {
    const text = readFileSync(new URL(`samples/scorecards-version-${version}.json`, import.meta.url), 'utf8');
    const { rounds, problems } = readScorecardFile(text);
    expect(problems).toEqual([]);
    const [entry] = rounds;
    if (!entry) throw new Error('nothing was read');
    expect(entry.scorecard.version).toBe(version);
    const { kid } = await createSigner('the secret of a frozen sample', 'https://elsewhere.test').publicKey();
    expect(await checkSignature(entry, async () => new Set([kid]))).toBe('verified');
    const today = todaysScorecard(entry.scorecard);
    expect(scorecard.parse(today)).toEqual(today);
    expect(today.headline).toEqual(entry.scorecard.headline);
  },
);

test('a scorecard of today says of each exercise who could write in it, and one from before may not', () => {
  const text = readFileSync(new URL('samples/scorecards-version-3.json', import.meta.url), 'utf8');
  const [entry] = readScorecardFile(text).rounds;
  if (!entry) throw new Error('nothing was read');
  const pens = (of: { asks: readonly { code: { pens?: readonly object[] | undefined } | null }[] }) =>
    of.asks.flatMap(({ code }) => (code ? [code.pens?.length] : []));
  expect(pens(entry.scorecard)).toEqual([1, undefined]);
  expect(pens(todaysScorecard(entry.scorecard))).toEqual([1, 0]);
  expect(readScorecardFile(fileOf({ ...entry.scorecard, version: SCORECARD_VERSION })).problems).toEqual([
    expect.stringContaining('.code.pens” is missing'),
  ]);
});

test('the published schema describes every version that is read', () => {
  const schema = JSON.stringify(scorecardFileSchema());
  for (const version of [...EARLIER, SCORECARD_VERSION])
    expect(schema).toContain(`"version":{"type":"number","const":${version}}`);
});

test('problems are sentences that say which scorecard it is, what is wrong, and what to do', () => {
  const [ask, ...asks] = card?.asks ?? [];
  const { headline: _, ...headless } = { ...card };
  const problems = (...cards: object[]) => readScorecardFile(fileOf(...cards)).problems;
  expect(problems({ ...card }, headless)).toEqual([
    'Scorecard 2 is not as a Hotseat wrote it: “scorecard.headline” is missing. Download it again, or take it out of the file.',
  ]);
  expect(problems({ ...card, asks: [{ ...ask, no: 'first', kind: 'riddle' }, ...asks] })).toEqual([
    expect.stringMatching(/^Scorecard 1 .* “scorecard\.asks\.0\.no” is of the wrong kind, and 1 more/),
  ]);
  expect(problems({ ...card, mood: 'good' })).toEqual([
    expect.stringContaining('“scorecard” has “mood”, which no Hotseat writes'),
  ]);
  expect(readScorecardFile('{"format":"hotseat-scorecards","version":1}').problems).toEqual([
    'The file is not as a Hotseat wrote it: “rounds” is missing. Download it again.',
  ]);
  for (const text of ['', '[]', '{"format":"hotseat-scorecards","version":9,"rounds":[]}'])
    expect(readScorecardFile(text).problems).toEqual([expect.stringMatching(/ (Choose|Ask) .+\.$/)]);
});
