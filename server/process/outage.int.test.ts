import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../cli/build';
import { HTTP_ROUTES } from '../protocol/http-routes';
import { startPostgres } from '../testing/postgres';
import { entersAsGuest, server, stopped } from '../testing/served';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

/** They read nothing from the record, or belong to next-auth, which leads back to the sign-in page. */
const WITHOUT_RECORD = [
  'GET /api/openapi',
  'GET /api/auth/{nextauth}',
  'POST /api/auth/{nextauth}',
  'GET /api/sample/replay',
  'GET /api/scorecards/schema',
];

const wish = { groupIds: null, minutes: 20, targetSeconds: null };
const story = { title: 'One', situation: '', task: '', action: '', result: '', toldMs: null };
const sharing = { ratings: 'none', verdicts: false, keyPoints: false, evidence: false, feedback: false };
const agenda = { ...wish, level: null, exercise: true, newFirst: true };

/** A body that each route takes. */
const BODIES: Record<string, unknown> = {
  'POST /api/account/name': { name: 'Ada' },
  'POST /api/rooms': { packId: 'none', ...testSettings('led') },
  'POST /api/rooms/join': { token: 'abcd-efgh-jkmn', name: 'Ada' },
  'POST /api/rooms/return': { token: 'TOKEN' },
  'POST /api/rooms/{roomId}/return': {},
  'POST /api/rooms/{roomId}/return-link': { renew: false },
  'POST /api/rooms/{roomId}/invites': { role: 'panelist', hours: 2 },
  'POST /api/rooms/{roomId}/suggestion': agenda,
  'POST /api/rooms/{roomId}/slot-suggestion': wish,
  'POST /api/packs/{packId}/suggestion': agenda,
  'POST /api/packs/{packId}/slot-suggestion': wish,
  'POST /api/packs/{packId}/forecast': {
    slots: [],
    people: 3,
    seen: [],
    targetSeconds: null,
    level: null,
  },
  'POST /api/packs/convert/paste': { html: null, text: '- Why?' },
  'POST /api/stories': story,
  'PUT /api/stories/{storyId}': { ...story, revision: 1 },
  'POST /api/calibration/next': { packId: 'none' },
  'POST /api/calibration': { packId: 'none', itemId: 'q', index: 0, value: 3 },
  'POST /api/try-outs': { seat: 'panel' },
  'POST /api/practice': { packId: 'none', questions: 2, targetSeconds: null },
  'POST /api/practice/gone': { roomIds: ['rm_000000000000'] },
  'POST /api/practice/{roomId}/opinion': { askId: 'a1', transcript: 'Words.' },
  'POST /api/scorecards/{roomId}/{roundId}/shares': { names: false, days: 7 },
  'POST /api/scorecards/{roomId}/{roundId}/feedback': { keepDoing: '', workOn: '' },
  'POST /api/scorecards/{roomId}/{roundId}/notes': { askId: 'a1', noteId: 'note-0001', share: 'none' },
};

const QUERIES: Record<string, string> = {
  'PUT /api/packs/{packId}': '?seen=1',
  'POST /api/packs': '?for=once',
  'POST /api/packs/convert/file': '?name=a.md',
  'GET /api/rooms/{roomId}/rounds/{roundId}/preview': `?sharing=${encodeURIComponent(JSON.stringify(sharing))}`,
};

const PAGES = ['/join/TOKEN', '/return/TOKEN', '/shared/TOKEN', '/packs/shared/TOKEN'];
const TOKEN = 'wxyz-wxyz-wxyz';

/** The longest (ms) that anybody may wait for an answer. */
const PATIENCE_MS = 5_000;

test.each(['stopped', 'frozen'] as const)(
  'while PostgreSQL is %s every route says so alike and in time, and the log has nobody’s token',
  async (how) => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const running = await server({
      DATA_DIR: tempFolder(),
      AUTH_SECRET: 'a secret of this test, long enough',
      DATABASE_URL: await postgres.database(),
    });
    const { url } = running;
    const cookie = await entersAsGuest(url);
    if (how === 'frozen') {
      postgres.freeze();
      onTestFinished(postgres.goOn);
    } else await postgres.stop();

    const otherwise: string[] = [];
    const asks = async (path: string, init: RequestInit) => {
      const asked = performance.now();
      const response = await fetch(url + path, init);
      const said = await response.text();
      const ms = performance.now() - asked;
      if (ms > PATIENCE_MS) otherwise.push(`${init.method} ${path}: after ${Math.round(ms)} ms`);
      return { status: response.status, said };
    };
    const asksRoute = async (route: string) => {
      const [method = '', path = ''] = route.split(' ');
      const body = BODIES[route] === undefined ? '# A guide' : JSON.stringify(BODIES[route]);
      const { status, said } = await asks(path.replaceAll(/\{\w+\}/g, TOKEN) + (QUERIES[route] ?? ''), {
        method,
        headers: { origin: url, cookie, 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: body.replace('TOKEN', TOKEN) }),
      });
      const isSo = /^\{"ok":false,"code":"unavailable","message":".* Reference [0-9a-f]{8}\."\}$/.test(said);
      if (status !== 503 || !isSo) otherwise.push(`${route}: ${status} ${said.slice(0, 200)}`);
    };
    // All of them at once, so that they wait for each other's connections too.
    const routes = Object.keys(HTTP_ROUTES).filter((one) => !WITHOUT_RECORD.includes(one));
    await Promise.all(routes.map(asksRoute));
    const pages = await Promise.all(
      PAGES.map((page) => asks(page.replace('TOKEN', TOKEN), { method: 'GET', headers: { cookie } })),
    );
    expect(pages.map(({ status }) => status)).toEqual(PAGES.map(() => 500));
    expect(otherwise).toEqual([]);

    expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
    const { stderr } = await running.program.ended;
    expect(stderr).toContain('"path":"/api/packs/shared/{token}"');
    expect(stderr).toMatch(/"path":"\/packs\/shared\/\[token\]/);
    expect(stderr).not.toContain(TOKEN);
  },
  180_000,
);
