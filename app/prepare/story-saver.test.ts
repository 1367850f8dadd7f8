import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '@/app/http';
import type { Story, StoryChange } from '@/server/protocol/story';
import { StorySaver, type StoryServer } from './story-saver';

const STORY: Story = {
  id: 'st_1',
  title: 'The outage',
  situation: '',
  task: '',
  action: '',
  result: '',
  toldMs: null,
  revision: 1,
  updatedAt: 1,
};

const LOST: Answer<never> = { ok: false, code: 'unavailable', message: 'no answer' };

/** One story on a server, on a line whose answers can be held or lost. */
function aServer() {
  let kept: Story | null = STORY;
  const held: (() => void)[] = [];
  const line = { holds: false, loses: false, isDown: false };
  const answerTo = (change: StoryChange): Answer<Story> => {
    if (!kept) return { ok: false, code: 'not-found', message: '' };
    if (change.revision !== kept.revision) return { ok: false, code: 'changed-meanwhile', message: '' };
    kept = { ...kept, ...change, revision: kept.revision + 1 };
    return { ok: true, value: kept };
  };
  const put = vi.fn(async (_: string, change: StoryChange): Promise<Answer<Story>> => {
    if (line.isDown) return LOST;
    const answer = answerTo(change);
    if (line.holds) await new Promise<void>((resolve) => held.push(resolve));
    return line.loses ? LOST : answer;
  });
  const list: StoryServer['list'] = async () =>
    line.isDown ? LOST : { ok: true, value: kept ? [kept] : [] };
  return {
    line,
    put,
    list,
    story: () => kept,
    /** From another device. */
    writes: (situation: string) => {
      kept = kept && { ...kept, situation, revision: kept.revision + 1 };
    },
    deletes: () => {
      kept = null;
    },
    answers: () => {
      for (const go of held.splice(0)) go();
    },
  };
}

let server: ReturnType<typeof aServer>;
let saver: StorySaver;
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  server = aServer();
  saver = new StorySaver(STORY, server);
});
afterEach(() => vi.useRealTimers());

describe('a story that is typed on a slow line', () => {
  test('is saved once the answer before has come, and is never taken for another device’s', async () => {
    server.line.holds = true;
    saver.change({ situation: 'On' });
    await passes(1_000);
    saver.change({ situation: 'On call' });
    await passes(2_000);
    expect(server.put).toHaveBeenCalledTimes(1);
    server.line.holds = false;
    server.answers();
    await passes(1_000);
    expect(saver.getState()).toMatchObject({ saved: 'saved', text: { situation: 'On call' } });
    expect(server.story()).toMatchObject({ situation: 'On call', revision: 3 });
  });

  test('keeps its last words when its editor is closed meanwhile', async () => {
    server.line.holds = true;
    saver.change({ situation: 'On' });
    await passes(1_000);
    saver.change({ situation: 'On call' });
    saver.fold();
    await passes(1_000);
    server.line.holds = false;
    server.answers();
    await passes(1_000);
    expect(server.story()?.situation).toBe('On call');
    expect(saver.getState().saved).toBe('saved');
  });

  test('whose answer is lost is not taken for another device’s either', async () => {
    server.line.loses = true;
    saver.change({ title: 'The outage ', situation: 'On' });
    await passes(1_000);
    expect(saver.getState().saved).toBe('not-yet');
    server.line.loses = false;
    saver.change({ situation: 'On call' });
    await passes(10_000);
    expect(saver.getState().saved).toBe('saved');
    expect(server.story()?.situation).toBe('On call');
  });
});

test('a closed editor saves at once', async () => {
  saver.change({ situation: 'On call' });
  saver.fold();
  await passes(0);
  expect(server.story()?.situation).toBe('On call');
});

test('during an outage the words stay, and are saved when it is over', async () => {
  server.line.isDown = true;
  saver.change({ task: 'Mine' });
  await passes(1_000);
  expect(saver.getState()).toMatchObject({ saved: 'not-yet', text: { task: 'Mine' } });
  saver.fold();
  expect(saver.shown().task).toBe('Mine');
  server.line.isDown = false;
  await passes(6_000);
  expect(saver.getState().saved).toBe('saved');
  expect(server.story()?.task).toBe('Mine');
});

test('a story without a title keeps the last one, and everything else is saved', async () => {
  saver.change({ title: '' });
  saver.change({ action: 'Rolled back' });
  await passes(1_000);
  expect(saver.getState()).toMatchObject({ saved: 'saved', text: { title: '' } });
  expect(saver.shown().title).toBe('The outage');
  expect(server.story()).toMatchObject({ title: 'The outage', action: 'Rolled back' });
  saver.fold();
  expect(saver.getState().text.title).toBe('The outage');
});

test('a text that is too long is not saved until it is shorter', async () => {
  saver.change({ action: 'x'.repeat(3_000) });
  await passes(1_000);
  expect(saver.getState().saved).toBe('too-long');
  expect(server.put).not.toHaveBeenCalled();
  saver.change({ action: 'short' });
  await passes(1_000);
  expect(server.story()?.action).toBe('short');
});

test('what a paste brings into a title that no title may hold becomes a space', async () => {
  saver.change({ title: 'The\toutage', task: 'a\0b' });
  await passes(1_000);
  expect(server.story()).toMatchObject({ title: 'The outage', task: 'ab' });
});

describe('a story that another device changed', () => {
  beforeEach(async () => {
    server.writes('Theirs');
    saver.change({ situation: 'Mine' });
    await passes(1_000);
    saver.change({ task: 'Also mine' });
    saver.fold();
    await passes(20_000);
  });

  test('is not written over, and the words here stay until its writer chooses', async () => {
    expect(server.story()).toMatchObject({ situation: 'Theirs', task: '' });
    expect(saver.getState()).toMatchObject({ saved: 'elsewhere', text: { task: 'Also mine' } });
  });

  test('is written over by one’s own words', async () => {
    expect(await saver.keepMine()).toBe(true);
    await passes(1_000);
    expect(server.story()).toMatchObject({ situation: 'Mine', task: 'Also mine' });
    expect(saver.getState().saved).toBe('saved');
  });

  test('can be taken instead', async () => {
    expect(await saver.takeOther()).toBe(true);
    expect(saver.getState()).toMatchObject({ saved: 'saved', text: { situation: 'Theirs', task: '' } });
  });

  test('can be neither while the server is away, which the writer learns', async () => {
    server.line.isDown = true;
    expect([await saver.keepMine(), await saver.takeOther()]).toEqual([false, false]);
    expect(saver.getState().saved).toBe('elsewhere');
  });
});

test('a story that another device deleted is not sent again, and its words stay', async () => {
  server.deletes();
  saver.change({ task: 'Mine' });
  await passes(60_000);
  expect(server.put).toHaveBeenCalledTimes(1);
  expect(saver.getState()).toMatchObject({ saved: 'gone', text: { task: 'Mine' } });
});

test('a story that was deleted here is saved no more', async () => {
  saver.change({ task: 'Mine' });
  saver.stop();
  await passes(60_000);
  expect(server.put).not.toHaveBeenCalled();
});

test('a newer text of the server is taken where nothing waits here', () => {
  saver.adopt({ ...STORY, situation: 'Newer', revision: 4 });
  expect(saver.getState().text.situation).toBe('Newer');
  saver.change({ task: 'Mine' });
  saver.adopt({ ...STORY, situation: 'Newest', revision: 5 });
  expect(saver.getState().text).toMatchObject({ situation: 'Newer', task: 'Mine' });
});
