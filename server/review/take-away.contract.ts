import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryFilter } from '../protocol/history';
import { scorecardFile } from '../protocol/scorecard-file';
import type { Sharing } from '../protocol/sharing';
import { NO_FILTER } from '../protocol/words';
import { closedInterview, everything, interview, STARTED } from '../testing/interview';
import { aiko, lena, marcus, principalOf, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { otherwise, type Reader } from '../testing/otherwise';
import { type OpenRecord, playedRooms, principalIn, wholeText } from '../testing/played-rooms';
import { csvHead } from './export-csv';
import type { ExportWish } from './exported-cards';
import type { ExportForm } from './exports';
import { rebuildKept } from './kept-rows';
import { roundsOfPack } from './played';
import { createSigner, type KeysOf } from './signing';

const ROOM = 'rm_interview000';
const HERE = { roomId: ROOM, roundId: ROUND };
const FORMS: ExportForm[] = ['markdown', 'csv', 'json'];
const ONE_KEPT = { kept: 1, alreadyThere: 0, changed: 0, unknown: 0, problems: [] };
/** Other worlds that each reader is compared with. */
const WORLDS = 3;
const DAY = 86_400_000;
const none: Sharing = {
  ratings: 'none',
  verdicts: false,
  keyPoints: false,
  evidence: false,
  feedback: false,
};

/** What a person takes away from rounds, and what others get, in one SQL dialect. */
export function describeTakeAway(dialect: string, open: () => Promise<OpenRecord>): void {
  describe(`taking scorecards away, in ${dialect}`, () => {
    const played = async (logs: Step[][] = [interview()], circumstances = {}) =>
      playedRooms(await open(), logs, circumstances);

    test('a file holds exactly the scorecard of the person who takes it', async () => {
      const { review } = await played();
      for (const memberId of [priya, marcus, aiko, sam, lena]) {
        const me = principalIn(memberId);
        const text = await wholeText(await review.exported(me, { rounds: [HERE] }, 'json'));
        const file = scorecardFile.parse(JSON.parse(text ?? ''));
        expect(file.rounds.map(({ scorecard }) => scorecard)).toEqual([
          await review.scorecard(me, ROOM, ROUND),
        ]);
      }
    });

    test('strangers, removed people, the bench and the waiting room all get nothing, in every form', async () => {
      const steps = interview();
      const removed: Step = { at: STARTED, by: priya, event: { type: 'MemberRemoved', memberId: aiko } };
      const joined = (memberId: string, role: 'panelist' | 'candidate', waiting: boolean): Step => {
        const member = { memberId, principalId: principalIn(memberId).id, name: 'Wei', role, inviteId: null };
        return { at: STARTED, by: null, event: { type: 'MemberJoined', member, waiting } };
      };
      const late = [
        joined('mb_waiting00000', 'panelist', true),
        // The candidate of another round is in the room, and on the bench in this round.
        joined('mb_bench0000000', 'candidate', false),
        joined('mb_latepanel000', 'panelist', false),
      ];
      const { review } = await played([[...steps.slice(0, -1), removed, ...late, ...steps.slice(-1)]]);
      const others = [aiko, 'mb_waiting00000', 'mb_bench0000000', 'mb_stranger0000'];
      const asks = (await review.scorecard(principalIn(priya), ROOM, ROUND))?.asks ?? [];
      for (const other of others.map((id) => principalIn(id))) {
        expect(await review.scorecard(other, ROOM, ROUND)).toBeNull();
        expect(await review.looked(other, HERE)).toBeNull();
        for (const { askId } of asks) expect(await review.playback(other, ROOM, ROUND, askId)).toBeNull();
        for (const words of [null, 'senior', 'lena'])
          expect(await review.history(other, { ...NO_FILTER, words, cursor: null, size: 20 })).toEqual({
            entries: [],
            next: null,
          });
        expect((await review.questions(other)).entries).toEqual([]);
        for (const form of FORMS) expect(await review.exported(other, { rounds: [HERE] }, form)).toBeNull();
        expect(await review.replay(other, ROOM, ROUND)).toBeNull();
        expect(await review.shares.make(other, HERE, { names: true, days: 7 })).toBeNull();
        expect(await review.shares.list(other, HERE)).toBeNull();
        const all = await wholeText(await review.exported(other, 'everything', 'json'));
        expect(JSON.parse(all ?? '').rounds).toEqual([]);
      }
    });

    test('a selection with one of somebody else’s rounds gives nothing at all', async () => {
      const { review } = await played();
      const wish = { rounds: [HERE, { roomId: 'rm_nowhere00000', roundId: ROUND }] };
      expect(await review.exported(principalIn(priya), wish, 'json')).toBeNull();
    });

    test('everything of mine means every round, and what I imported; filters leave out the others', async () => {
      const logs = [0, 1, 2].map((index) =>
        interview({ roomId: `rm_00000000000${index}`, startedAt: STARTED + index * DAY }),
      );
      const { review } = await played(logs);
      const me = principalIn(marcus);
      const others = await wholeText(
        await review.exported(
          principalIn(lena),
          { rounds: [{ roomId: 'rm_000000000001', roundId: ROUND }] },
          'json',
        ),
      );
      expect(await review.kept.keep(me, others ?? '')).toMatchObject({ kept: 1, problems: [] });
      const all = await wholeText(await review.exported(me, 'everything', 'json'));
      const { rounds } = scorecardFile.parse(JSON.parse(all ?? ''));
      expect(rounds.map(({ scorecard }) => [scorecard.room.roomId, scorecard.viewer.role])).toEqual([
        ['rm_000000000002', 'panelist'],
        ['rm_000000000001', 'panelist'],
        ['rm_000000000000', 'panelist'],
        ['rm_000000000001', 'candidate'],
      ]);
      const matching = { ...NO_FILTER, role: 'panelist' as const };
      const some = await wholeText(await review.exported(me, { matching }, 'json'));
      expect(
        scorecardFile.parse(JSON.parse(some ?? '')).rounds.map(({ scorecard }) => scorecard.viewer.role),
      ).toEqual(['panelist', 'panelist', 'panelist']);
    });

    test('everything of mine goes beyond one page of the history', async () => {
      const logs = Array.from({ length: 101 }, (_, index) =>
        interview({
          roomId: `rm_${String(index).padStart(12, '0')}`,
          startedAt: STARTED + index * DAY,
        }).filter(({ event }) => event.type !== 'PointMarked' && event.type !== 'NoteWritten'),
      );
      const { review } = await played(logs);
      const all = await wholeText(await review.exported(principalIn(marcus), 'everything', 'json'));
      const { rounds } = scorecardFile.parse(JSON.parse(all ?? ''));
      expect(new Set(rounds.map(({ scorecard }) => scorecard.room.roomId)).size).toBe(101);
      expect(rounds).toHaveLength(101);
    });

    test('CSV has a row for each ask and rater, and the columns that are documented', async () => {
      const { review } = await played();
      const text = await wholeText(await review.exported(principalIn(priya), { rounds: [HERE] }, 'csv'));
      const lines = (text ?? '').split('\r\n').filter(Boolean);
      expect(`${lines[0]}\r\n`).toBe(csvHead());
      // Three raters on four asks, and one row each for the skipped and the unrated ask.
      expect(lines).toHaveLength(1 + 4 * 3 + 2);
    });

    test('a formula is only text in CSV', async () => {
      const { review } = await played([interview({ title: '=HYPERLINK("http://elsewhere.test")' })]);
      const text = await wholeText(await review.exported(principalIn(priya), { rounds: [HERE] }, 'csv'));
      expect(text).toContain(`"'=HYPERLINK(""http://elsewhere.test"")"`);
    });

    test('a candidate cannot take away ratings that were not shared, in any form', async () => {
      const { review } = await played([interview({ sharing: none })]);
      for (const form of FORMS) {
        const text = await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, form));
        for (const secret of ['verdict-rationale', 'private-note', 'observer-note', 'side-channel'])
          expect(text).not.toContain(secret);
      }
    });

    test('a file reads back in without loss, on this server and on another, and is verified', async () => {
      const { review } = await played();
      const text =
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const keys = await review.keys();
      const keysOf: KeysOf = async (issuer) =>
        issuer === 'http://hotseat.test' ? new Set(keys.map(({ kid }) => kid)) : null;
      const elsewhere = await played([], { secret: 'another secret', issuer: 'https://else.test', keysOf });
      for (const place of [review, elsewhere.review]) {
        const me = principalIn('mb_owner0000000');
        expect(await place.kept.keep(me, text)).toEqual(ONE_KEPT);
        const [entry] = (await place.kept.list(me, null, 20)).entries;
        expect(entry).toMatchObject({ signature: 'verified', candidateName: 'Lena Fischer' });
        const kept = await place.kept.one(me, entry?.keptId ?? '');
        expect(kept).toMatchObject({ entry: JSON.parse(text).rounds[0] });
        const again = await wholeText(await place.exported(me, { keptId: entry?.keptId ?? '' }, 'json'));
        expect(again).toBe(text);
      }
    });

    test('imported twice, it is kept once; nobody else finds it, and its owner can delete it', async () => {
      const { review } = await played();
      const text =
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const [me, other] = [principalIn('mb_owner0000000'), principalIn(priya)];
      await review.kept.keep(me, text);
      await review.kept.keep(me, text);
      const [entry, ...more] = (await review.kept.list(me, null, 20)).entries;
      const keptId = entry?.keptId ?? '';
      expect(more).toEqual([]);
      expect(await review.kept.one(other, keptId)).toBeNull();
      expect(await review.exported(other, { keptId }, 'json')).toBeNull();
      expect(await review.kept.forget(other, keptId)).toBe(false);
      expect(await review.kept.forget(me, keptId)).toBe(true);
      expect(await review.kept.list(me, null, 20)).toEqual({ entries: [], next: null });
    });

    test('imported scorecards load page by page, newest round first, each once', async () => {
      const logs = [0, 1, 1, 2].map((day, index) =>
        interview({
          roomId: `rm_00000000000${index}`,
          title: `Panel ${index}`,
          startedAt: STARTED + day * DAY,
        }),
      );
      const { review } = await played(logs);
      const me = principalIn('mb_owner0000000');
      const all = await wholeText(await review.exported(principalIn(lena), 'everything', 'json'));
      expect(await review.kept.keep(me, all ?? '')).toMatchObject({ kept: 4, problems: [] });
      const first = await review.kept.list(me, null, 2);
      const second = await review.kept.list(me, first.next, 2);
      const titles = [...first.entries, ...second.entries].map(({ title }) => title);
      expect([titles[0], titles[3]]).toEqual(['Panel 3', 'Panel 0']);
      expect(titles.slice(1, 3).sort()).toEqual(['Panel 1', 'Panel 2']);
      expect(second.next).toBeNull();
      expect((await review.kept.list(me, 'nobody gave this', 20)).entries).toHaveLength(4);
    });

    test('scorecards from files are found, filtered, drawn and compared like those from rooms, and marked', async () => {
      const elsewhere = await played([interview({ roomId: 'rm_elsewhere000', title: 'Their panel' })]);
      const text = await wholeText(await elsewhere.review.exported(principalIn(lena), 'everything', 'json'));
      const { review, db } = await played([interview({ startedAt: STARTED + DAY })]);
      const me = principalIn(lena);
      await review.kept.keep(me, text ?? '');
      const listed = async (filter: Partial<HistoryFilter> = {}, who = me) => {
        const { entries } = await review.history(who, { ...NO_FILTER, ...filter, cursor: null, size: 20 });
        return entries.map(({ title, file }) => [title, file?.signature ?? null]);
      };
      const [ours, theirs] = [
        ['Senior backend panel, Lena', null],
        ['Their panel', 'verified'],
      ];
      expect(await listed()).toEqual([ours, theirs]);
      for (const filter of [
        { packId: 'senior-backend' },
        { groupId: 'delivery' },
        { role: 'candidate' as const },
        { format: 'led' as const },
        { person: 'marcus' },
        { words: 'their' },
      ])
        expect(await listed({ ...filter, before: STARTED + DAY })).toEqual([theirs]);
      expect(await listed({ role: 'panelist' })).toEqual([]);
      expect(await listed({}, principalIn(priya))).toEqual([ours]);
      expect(await review.choices(me)).toMatchObject({ scorecards: 2 });
      const [trend] = (await review.trends(me, NO_FILTER)).lines;
      expect(trend?.points.map(({ fromFiles, raters }) => [fromFiles, raters])).toEqual([
        [1, expect.any(Number)],
        [0, expect.any(Number)],
      ]);
      expect(trend?.points[0]?.raters).toBe(trend?.points[1]?.raters);
      const place = trend?.points[0]?.round ?? HERE;
      const card = await elsewhere.review.scorecard(me, 'rm_elsewhere000', ROUND);
      expect(await review.looked(me, place)).toEqual({
        card,
        file: { issuer: 'http://hotseat.test', signature: 'verified' },
      });
      expect(await review.looked(me, { ...place, roundId: 'r9' })).toBeNull();
      expect(await review.looked(principalIn(priya), place)).toBeNull();
      expect(await roundsOfPack(db, 'senior-backend')).toBe(1);
      await review.kept.forget(me, place.roomId);
      expect(await listed()).toEqual([ours]);
    });

    test.each<[string, Reader]>([
      ['a candidate without ratings', { memberId: lena, isPanel: false, shows: none }],
      ['a candidate with means', { memberId: lena, isPanel: false, shows: { ...none, ratings: 'means' } }],
      ['a panelist', { memberId: marcus, isPanel: true, shows: everything }],
      ['an observer', { memberId: sam, isPanel: true, shows: everything }],
    ])('secrets from %s change nothing in what they find and take away', async (_, reader) => {
      const steps = closedInterview({ sharing: reader.isPanel ? everything : reader.shows });
      const found = async (log: Step[]) => {
        const { review } = await played([log]);
        const me = principalIn(reader.memberId);
        const words = [null, 'senior', 'sprint', 'private-note', 'Priya', 'decision-why', 'x'];
        const pages = [];
        for (const one of words)
          pages.push(await review.history(me, { ...NO_FILTER, words: one, cursor: null, size: 20 }));
        const rest = [review.choices(me), review.trends(me, NO_FILTER), review.questions(me)] as const;
        const files = [];
        for (const form of ['markdown', 'csv'] as const)
          files.push(await wholeText(await review.exported(me, { rounds: [HERE] }, form)));
        return JSON.stringify([pages, files, await Promise.all(rest), await review.aboutMe(me)]);
      };
      const expected = await found(steps);
      for (const any of fc.sample(fc.gen(), { numRuns: WORLDS, seed: 5 })) {
        const silent = any(fc.boolean);
        const others = steps.flatMap((step) => {
          const event = otherwise(step, reader, any, silent);
          return event ? [{ ...step, event }] : [];
        });
        expect(others).not.toEqual(steps);
        expect(await found(others)).toBe(expected);
      }
    });

    test('a changed file is marked as changed, one from an unknown server as unknown', async () => {
      const { review } = await played();
      const text =
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const me = principalIn('mb_owner0000000');
      const changed = text.replace('Lena Fischer', 'Lena Fisher');
      expect(await review.kept.keep(me, changed)).toMatchObject({ kept: 1, changed: 1 });
      const spaced = JSON.stringify(JSON.parse(text), null, 2);
      expect(await review.kept.keep(me, spaced)).toMatchObject({ kept: 1, changed: 0, unknown: 0 });
      const elsewhere = await played([], { secret: 'another secret', issuer: 'https://else.test' });
      expect(await elsewhere.review.kept.keep(me, text)).toMatchObject({ kept: 1, unknown: 1 });
      const forged = await wholeText(
        await (await played(undefined, { secret: 'a forger’s secret' })).review.exported(
          principalIn(lena),
          { rounds: [HERE] },
          'json',
        ),
      );
      const other = principalIn('mb_other0000000');
      expect(await review.kept.keep(other, forged ?? '')).toMatchObject({ kept: 1, unknown: 1 });
    });

    test('a scorecard whose issuer did not answer can be checked again, and stays verified once it is', async () => {
      const origin = await played();
      const text = await wholeText(
        await origin.review.exported(principalIn(lena), { rounds: [HERE] }, 'json'),
      );
      const kids = new Set((await origin.review.keys()).map(({ kid }) => kid));
      let answers = false;
      const keysOf: KeysOf = async () => (answers ? kids : null);
      const { review } = await played([], { secret: 'another secret', issuer: 'https://else.test', keysOf });
      const me = principalIn('mb_owner0000000');
      await review.kept.keep(me, text ?? '');
      const [entry] = (await review.kept.list(me, null, 20)).entries;
      const keptId = entry?.keptId ?? '';
      expect(await review.kept.check(me, keptId)).toBe('unknown');
      answers = true;
      expect(await review.kept.check(principalIn(priya), keptId)).toBeNull();
      expect(await review.kept.check(me, keptId)).toBe('verified');
      answers = false;
      expect(await review.kept.check(me, keptId)).toBe('verified');
      const { entries } = await review.history(me, { ...NO_FILTER, cursor: null, size: 20 });
      expect(entries.map(({ file }) => file?.signature)).toEqual(['verified']);
    });

    test('a file with a date or a text that no page can show is not kept, and the sentence says where', async () => {
      const { review } = await played();
      const text =
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const me = principalIn('mb_owner0000000');
      const instants = [9e15, 1e300, -1, 0.5];
      const broken = [
        ...['startedAt', 'overAt', 'publishedAt', 'askedAt', 'issuedAt'].flatMap((name) =>
          instants.map((value): [string, string] => [
            name,
            text.replace(new RegExp(`"${name}":\\d+`), `"${name}":${value}`),
          ]),
        ),
        ['title', text.replace('"title":"Senior', '"title":"\\u0000Senior')],
        ['ratings', text.replace(/"ratings":\d+/, '"ratings":3000000000')],
      ];
      for (const [name, file] of broken) {
        expect(file).not.toBe(text);
        expect(await review.kept.keep(me, file ?? '')).toMatchObject({
          kept: 0,
          problems: [expect.stringMatching(new RegExp(`^Scorecard 1 .*${name}”.*Download it again`))],
        });
      }
      expect(await review.history(me, { ...NO_FILTER, cursor: null, size: 20 })).toMatchObject({
        entries: [],
      });
    });

    test('the latest moment that there is can be kept, listed page by page and exported', async () => {
      const last = 8_640_000_000_000_000;
      const { review } = await played();
      const text =
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const me = principalIn('mb_owner0000000');
      const ids = ['rm_a00000000000', 'rm_b00000000000', 'rm_c00000000000'];
      for (const id of ids) {
        const file = text.replace(ROOM, id).replace(/"startedAt":\d+/, `"startedAt":${last}`);
        expect(await review.kept.keep(me, file)).toMatchObject({ kept: 1, changed: 1 });
      }
      const first = await review.history(me, { ...NO_FILTER, cursor: null, size: 2 });
      const second = await review.history(me, { ...NO_FILTER, cursor: first.next, size: 2 });
      expect([first.entries.length, second.entries.length, second.next]).toEqual([2, 1, null]);
      expect(first.entries.map(({ heldAt }) => new Date(heldAt).getTime())).toEqual([last, last]);
      const list = await review.kept.list(me, (await review.kept.list(me, null, 2)).next, 2);
      expect(list.entries).toHaveLength(1);
      for (const form of FORMS)
        expect(await wholeText(await review.exported(me, 'everything', form))).toContain('Lena Fischer');
    });

    test('a file that an earlier version kept and nobody can show is in the list alone, and can be deleted', async () => {
      const { review, db } = await played();
      const text = await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'));
      const me = principalIn('mb_owner0000000');
      await review.kept.keep(me, text ?? '');
      const entry = JSON.stringify(JSON.parse(text ?? '').rounds[0]).replace(
        /"overAt":\d+/,
        '"overAt":1e300',
      );
      await db.updateTable('kept_scorecards').set({ entry, held_at: 9e15 }).execute();
      await rebuildKept(db);
      const [kept] = (await review.kept.list(me, null, 20)).entries;
      expect(new Date(kept?.heldAt ?? Number.NaN).getTime()).toBe(kept?.keptAt);
      const keptId = kept?.keptId ?? '';
      expect(await review.kept.one(me, keptId)).toBe('unreadable');
      expect(await review.kept.one(principalIn(priya), keptId)).toBeNull();
      expect(await review.history(me, { ...NO_FILTER, cursor: null, size: 20 })).toMatchObject({
        entries: [],
      });
      expect(await review.exported(me, { keptId }, 'csv')).toBeNull();
      expect(
        JSON.parse((await wholeText(await review.exported(me, 'everything', 'json'))) ?? '').rounds,
      ).toEqual([]);
      expect(await review.kept.forget(me, keptId)).toBe(true);
    });

    test('somebody who downloads several scorecards, or opens replays, too often is told so', async () => {
      const { review } = await played(undefined, {
        mayExport: async () => false,
        mayReplay: async () => false,
      });
      const me = principalIn(lena);
      const wishes: ExportWish[] = ['everything', { matching: NO_FILTER }, { rounds: [HERE, HERE] }];
      for (const wish of wishes) expect(await review.exported(me, wish, 'csv')).toBe('often');
      expect(await wholeText(await review.exported(me, { rounds: [HERE] }, 'csv'))).toContain('Lena');
      expect(await review.replay(me, ROOM, ROUND)).toBe('often');
      // A stranger learns nothing from it.
      expect(await review.replay(principalIn('mb_stranger0000'), ROOM, ROUND)).toBeNull();
    });

    test('several people’s scorecards of one round are all kept from one file', async () => {
      const { review } = await played();
      const files = [];
      for (const memberId of [priya, lena, marcus])
        files.push(await wholeText(await review.exported(principalIn(memberId), { rounds: [HERE] }, 'json')));
      const rounds = files.flatMap((text) => scorecardFile.parse(JSON.parse(text ?? '')).rounds);
      const file = JSON.stringify({ format: 'hotseat-scorecards', version: 1, rounds });
      const me = principalIn('mb_owner0000000');
      expect(await review.kept.keep(me, file)).toMatchObject({ kept: 3, alreadyThere: 0 });
      expect((await review.kept.list(me, null, 20)).entries).toHaveLength(3);
      expect(await review.kept.keep(me, file)).toMatchObject({ kept: 0, alreadyThere: 3 });
    });

    test('neither a worse signature nor an earlier issue replaces what is kept, and that is said', async () => {
      let now = STARTED + DAY;
      const { review } = await played(undefined, { now: () => now });
      const take = async () =>
        (await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'))) ?? '';
      const early = await take();
      now += DAY;
      const late = await take();
      const me = principalIn('mb_owner0000000', [principalOf('mb_earlier00000')]);
      const nothing = { kept: 0, alreadyThere: 1, changed: 0, unknown: 0, problems: [] };
      const renamed = early.replace('Lena Fischer', 'Lena Fisher');
      expect(await review.kept.keep(me, renamed)).toMatchObject({ kept: 1, changed: 1 });
      for (const better of [early, late])
        expect(await review.kept.keep(me, better)).toEqual({ ...nothing, kept: 1, alreadyThere: 0 });
      const unsigned = late.replace(/"proof":\{[^}]*\}/, '"proof":null');
      expect(unsigned).not.toBe(late);
      for (const worse of [renamed, unsigned, early, late])
        expect(await review.kept.keep(me, worse)).toEqual(nothing);
      // Under the id that they had before they signed in, it is the same person's.
      const before = { ...me, id: principalOf('mb_earlier00000'), aliases: [me.id] };
      expect(await review.kept.keep(before, late)).toEqual(nothing);
      const [entry, ...more] = (await review.kept.list(me, null, 20)).entries;
      expect([entry?.signature, entry?.candidateName, more]).toEqual(['verified', 'Lena Fischer', []]);
      expect(await review.kept.one(me, entry?.keptId ?? '')).toMatchObject({
        entry: JSON.parse(late).rounds[0],
      });
    });

    test('a file of my own round counts nowhere a second time, and is kept', async () => {
      const { review } = await played([interview(), interview({ roomId: 'rm_other0000000' })]);
      for (const memberId of [lena, marcus]) {
        const me = principalIn(memberId);
        const counted = async () => [
          await review.history(me, { ...NO_FILTER, cursor: null, size: 20 }),
          await review.choices(me),
          await review.trends(me, NO_FILTER),
          await review.questions(me),
        ];
        const before = await counted();
        const all = (await wholeText(await review.exported(me, 'everything', 'json'))) ?? '';
        expect(await review.kept.keep(me, all)).toMatchObject({ kept: 2 });
        expect(await counted()).toEqual(before);
        expect((await review.kept.list(me, null, 20)).entries).toHaveLength(2);
        const again = JSON.parse((await wholeText(await review.exported(me, 'everything', 'json'))) ?? '');
        expect(again.rounds).toHaveLength(4);
      }
    });

    test('a file of my round counts for as long as the round itself is closed to me', async () => {
      const closed = closedInterview().slice(0, -1);
      const { review } = await played([closed]);
      const given = await wholeText(await review.exported(principalIn(priya), { rounds: [HERE] }, 'json'));
      const me = principalIn(lena);
      await review.kept.keep(me, given ?? '');
      const { entries } = await review.history(me, { ...NO_FILTER, cursor: null, size: 20 });
      expect(entries.map(({ role, file }) => [role, file?.signature])).toEqual([['panelist', 'verified']]);
    });

    test('a file makes the server ask ten others at most; the rest is unknown, and its own keys need no question', async () => {
      const asked: string[] = [];
      const keysOf: KeysOf = async (issuer) => {
        asked.push(issuer);
        return null;
      };
      const { review } = await played(undefined, { keysOf });
      const own = await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'));
      const file = scorecardFile.parse(JSON.parse(own ?? ''));
      for (let no = 0; no < 12; no += 1) {
        const signer = createSigner('another secret', `https://else-${no % 11}.test`);
        const { issuer } = signer;
        for (const { scorecard, issuedAt } of file.rounds.slice(0, 1)) {
          const room = { ...scorecard.room, roomId: `rm_elsewhere${String(no).padStart(3, '0')}` };
          file.rounds.unshift(await signer.sign({ issuer, issuedAt, scorecard: { ...scorecard, room } }));
        }
      }
      const me = principalIn('mb_owner0000000');
      expect(await review.kept.keep(me, JSON.stringify(file))).toEqual({
        kept: 13,
        alreadyThere: 0,
        changed: 0,
        unknown: 12,
        problems: [],
      });
      expect([asked.length, new Set(asked).size]).toEqual([10, 10]);
    });

    test('neither a scorecard above 1 MB nor a file from somebody who imports too often is kept', async () => {
      const { review } = await played();
      const me = principalIn('mb_owner0000000');
      const text = await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'));
      const large = text?.replace('Lena Fischer', 'L'.repeat(1_000_000)) ?? '';
      expect(await review.kept.keep(me, large)).toMatchObject({
        kept: 0,
        problems: ['Scorecard 1 of the file is larger than 1 MB. Take it out of the file.'],
      });
      const { review: strict } = await played([], { mayImport: async () => false });
      expect(await strict.kept.keep(me, text ?? '')).toBeNull();
      expect((await strict.kept.list(me, null, 20)).entries).toEqual([]);
    });

    test('a file without scorecards is reported, and nothing is kept', async () => {
      const { review } = await played([]);
      const me = principalIn(lena);
      for (const text of ['', '[]', '{"format":"hotseat-scorecards","version":9,"rounds":[]}'])
        expect((await review.kept.keep(me, text))?.problems).toHaveLength(1);
      const broken = '{"format":"hotseat-scorecards","version":1,"rounds":[{}]}';
      expect((await review.kept.keep(me, broken))?.problems.length).toBeGreaterThan(0);
      expect(await review.kept.list(me, null, 20)).toEqual({ entries: [], next: null });
    });

    test('a share link shows its maker’s view without what only the maker sees, and counts readers who were shown it', async () => {
      const { review } = await played();
      const made = await review.shares.make(principalIn(lena), HERE, { names: true, days: 7 });
      if (!made || made === 'full') throw new Error('no link was made');
      const card = await review.shares.open(made.token);
      const own = await review.scorecard(principalIn(lena), ROOM, ROUND);
      expect(card?.headline).toEqual(own?.headline);
      expect(own?.reflection).not.toBeNull();
      expect(card?.reflection).toBeNull();
      await review.shares.opened(null, made.token);
      await review.shares.opened(principalIn(priya), made.token);
      await review.shares.opened(principalIn(lena), made.token);
      await review.shares.opened(principalIn('mb_account00000', [principalOf(lena)]), made.token);
      await review.shares.opened(null, 'invented');
      expect(await review.shares.list(principalIn(lena), HERE)).toMatchObject([
        { names: true, state: 'live', openings: 2 },
      ]);
      const panelist = await review.shares.make(principalIn(priya), HERE, { names: true, days: 7 });
      if (!panelist || panelist === 'full') throw new Error('no link was made');
      expect(JSON.stringify(await review.shares.open(panelist.token))).not.toContain('private-note');
    });

    test('a link never shows the decision, nor feedback before it is published', async () => {
      for (const [steps, opened] of [
        [closedInterview(), true],
        [closedInterview().slice(0, -1), false],
      ] as const) {
        const { review } = await played([[...steps]]);
        const made = await review.shares.make(principalIn(priya), HERE, { names: true, days: 7 });
        if (!made || made === 'full') throw new Error('no link was made');
        const text = JSON.stringify(await review.shares.open(made.token));
        expect(text).not.toContain('decision-why');
        expect(text.includes('summary-text')).toBe(opened);
        const own = await wholeText(
          await review.exported(principalIn(priya), { rounds: [HERE] }, 'markdown'),
        );
        for (const part of ['decision-why', 'summary-text', 'keep-doing-Priya', 'agreed'])
          expect(own).toContain(part);
        expect(own?.includes('keep-doing-Marcus')).toBe(opened);
      }
    });

    test('a link without names shows neither people’s names nor the room’s', async () => {
      const { review } = await played();
      const made = await review.shares.make(principalIn(priya), HERE, { names: false, days: 7 });
      if (!made || made === 'full') throw new Error('no link was made');
      const text = JSON.stringify(await review.shares.open(made.token));
      for (const name of ['Priya', 'Marcus', 'Aiko Mori', 'Sam Osei', 'Lena'])
        expect(text).not.toContain(`"name":"${name}`);
      expect(text).not.toContain('Senior backend panel, Lena');
    });

    test('a link’s name is its maker’s alone', async () => {
      const { review } = await played();
      const me = principalIn(priya);
      const wish = { names: false, days: 7 };
      const made = await review.shares.make(me, HERE, { ...wish, label: 'for Maria' });
      await review.shares.make(me, HERE, wish);
      if (!made || made === 'full') throw new Error('no link was made');
      const labels = (await review.shares.list(me, HERE))?.map(({ label }) => label).sort();
      expect(labels).toEqual(['', 'for Maria']);
      expect(await review.shares.list(principalIn(lena), HERE)).toEqual([]);
      expect(JSON.stringify(await review.shares.open(made.token))).not.toContain('for Maria');
    });

    test('of links revoked one after the other, the list keeps the newest, and every one that works', async () => {
      let now = STARTED;
      const { review, db } = await played(undefined, { now: () => now });
      const me = principalIn(lena);
      const make = async () => {
        now += 1_000;
        const made = await review.shares.make(me, HERE, { names: true, days: 1 });
        if (!made || made === 'full') throw new Error('no link was made');
        return made.token;
      };
      const works = await make();
      for (let no = 0; no < 25; no += 1) {
        await make();
        const [newest] = (await review.shares.list(me, HERE)) ?? [];
        await review.shares.revoke(me, newest?.shareId ?? '');
      }
      await make();
      const links = (await review.shares.list(me, HERE)) ?? [];
      expect(links.map(({ state }) => state)).toEqual(['live', ...Array(20).fill('revoked'), 'live']);
      expect(await db.selectFrom('share_links').selectAll().execute()).toHaveLength(22);
      expect(await review.shares.open(works)).not.toBeNull();
    });

    test('a revoked, an expired and an invented link all show nothing; nobody else can revoke mine', async () => {
      let now = STARTED;
      const { review, db } = await played(undefined, { now: () => now });
      const me = principalIn(lena);
      const made = await review.shares.make(me, HERE, { names: true, days: 1 });
      if (!made || made === 'full') throw new Error('no link was made');
      const [link] = (await review.shares.list(me, HERE)) ?? [];
      expect(await review.shares.revoke(principalIn(priya), link?.shareId ?? '')).toBe(false);
      now += DAY;
      expect(await review.shares.open(made.token)).toBeNull();
      now -= DAY;
      expect(await review.shares.open(made.token)).not.toBeNull();
      expect(await review.shares.revoke(me, link?.shareId ?? '')).toBe(true);
      expect(await review.shares.open(made.token)).toBeNull();
      expect(await review.shares.open('invented')).toBeNull();
      const rows = JSON.stringify(await db.selectFrom('share_links').selectAll().execute());
      expect(rows).not.toContain(made.token);
    });
  });
}
