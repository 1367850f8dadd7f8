import { expect, test, vi } from 'vitest';
import type { Command } from '@/server/protocol/commands';
import type { Ack } from '@/server/protocol/wire';
import { aBrowser, note, say, settled } from './a-browser';
import {
  baseOf,
  decisionDraft,
  editDraft,
  feedbackDraft,
  messageDraft,
  noteDraft,
  parseDecisionDraft,
  parseNoteDraft,
  rationaleDraft,
  verdictDraft,
} from './drafts';
import { aFull, aMine } from './fake-link';

const no: Ack = { ok: false, code: 'wrong-phase', message: 'The round has moved on.' };
const browser = aBrowser();

/** A window whose commands are rejected, one each time. */
function rejecting() {
  const { link, client } = browser.open();
  link.whole = aFull({
    mine: aMine({
      asks: {
        a1: {
          askId: 'a1',
          ticks: {},
          stars: {},
          notes: { n1: { noteId: 'n1', text: 'as saved', atMs: 1_000, share: 'none', at: 1 } },
          finds: {},
          first: null,
          second: null,
        },
      },
    }),
  });
  link.connect();
  const reject = async (...commands: Command[]) => {
    link.answers = commands.map(() => no);
    for (const command of commands) void client.send(command);
    await settled();
  };
  const typed = () => parseNoteDraft(client.drafts.get(noteDraft('a1')));
  return { client, drafts: client.drafts, reject, typed };
}

test('a rejected message returns to its field, before what is being typed there', async () => {
  const { drafts, reject } = rejecting();
  drafts.set(messageDraft, 'and this');
  await reject(say('first'), say('second'));
  expect(drafts.get(messageDraft)).toBe('first second and this');
});

test('a message that was given back, and emptied since, leaves no trace', async () => {
  const { drafts, reject } = rejecting();
  await reject(say('first'));
  expect(drafts.get(messageDraft)).toBe('first');
  drafts.set(messageDraft, '');
  drafts.set(messageDraft, 'first of all');
  await reject(say('second'));
  expect(drafts.get(messageDraft)).toBe('second first of all');
});

test('a rejected note returns before the note that is being typed, which keeps its id', async () => {
  const { drafts, reject, typed } = rejecting();
  const typing = { noteId: 'n9', text: 'the next', atMs: 50_000, share: 'none' };
  drafts.set(noteDraft('a1'), JSON.stringify(typing));
  await reject(note('n7', 'the one before'));
  expect(typed()).toEqual({ ...typing, text: 'the one before\nthe next', atMs: 42_000 });
});

test('a newer version of a rejected note is not joined with the older one', async () => {
  const { drafts, reject, typed } = rejecting();
  drafts.set(
    noteDraft('a1'),
    JSON.stringify({ noteId: 'n7', text: 'half and more', atMs: 42_000, share: 'none' }),
  );
  await reject(note('n7', 'half'));
  expect(typed()?.text).toBe('half and more');
});

test('a rejected change of a saved note is kept as an unsent change, and a rejected share is none', async () => {
  const { drafts, reject, typed } = rejecting();
  await reject(note('n1', 'as saved'));
  expect(drafts.get(editDraft('n1'))).toBe('');
  await reject(note('n1', 'as changed'));
  expect(drafts.get(editDraft('n1'))).toBe('as changed');
  expect(typed()).toBeNull();
});

test('a rejected verdict and a rejected decision return with their choice', async () => {
  const { drafts, reject } = rejecting();
  await reject(
    { type: 'SubmitVerdict', roundId: 'r1', verdict: 'yes', rationale: 'clear trade-offs' },
    { type: 'RecordDecision', roundId: 'r1', decision: 'hold', why: 'one more round' },
  );
  expect([drafts.get(verdictDraft('r1')), drafts.get(rationaleDraft('r1'))]).toEqual([
    'yes',
    'clear trade-offs',
  ]);
  expect(parseDecisionDraft(drafts.get(decisionDraft('r1')))).toEqual({
    decision: 'hold',
    why: 'one more round',
  });
});

test('what was typed on after a rejected text still goes on from what was saved before it', async () => {
  const { drafts, reject } = rejecting();
  const name = rationaleDraft('r1');
  drafts.set(name, 'clear trade-offs, and more');
  drafts.set(baseOf(name), '=clear trade-offs');
  await reject({
    type: 'SubmitVerdict',
    roundId: 'r1',
    verdict: 'yes',
    rationale: 'clear trade-offs',
    base: 'as saved',
  });
  expect([drafts.get(name), drafts.get(baseOf(name))]).toEqual(['clear trade-offs, and more', '=as saved']);
});

test('feedback that another window overtook returns with what it went on from', async () => {
  const { drafts, reject } = rejecting();
  const base = { keepDoing: '', workOn: 'pace' };
  await reject({ type: 'WriteFeedback', roundId: 'r1', keepDoing: 'examples', workOn: 'pace', base });
  const [keep, work] = [feedbackDraft('r1', 'keep'), feedbackDraft('r1', 'work')];
  expect([keep, baseOf(keep), work, baseOf(work)].map((one) => drafts.get(one))).toEqual([
    'examples',
    '=',
    'pace',
    '=pace',
  ]);
});

test('a decision in the making is found again after a reload', () => {
  const { client, drafts } = rejecting();
  drafts.set(decisionDraft('r1'), JSON.stringify({ decision: null, why: 'half a reason' }));
  client.pageLeaves();
  vi.advanceTimersByTime(1);
  const after = browser.open().client.drafts.get(decisionDraft('r1'));
  expect(parseDecisionDraft(after)).toEqual({ decision: null, why: 'half a reason' });
});
