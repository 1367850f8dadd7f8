import { describe, expect, test } from 'vitest';
import type { HistoryFilter } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import type { Principal } from '../runtime/principal';
import { closedInterview, everything, type InterviewPlan, interview, STARTED } from '../testing/interview';
import { interviewPack } from '../testing/interview-pack';
import { aiko, lena, marcus, principalOf, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { type OpenRecord, playedRooms, principalIn, wholeText } from '../testing/played-rooms';
import { ownRoundsOfPack, roundsOfPack } from './played';

const DAY = 86_400_000;
const person = principalIn;

/** What a person reads about the past, in one SQL dialect: `open` gives an empty record. */
export function describeReview(dialect: string, open: () => Promise<OpenRecord>): void {
  describe(`the history in ${dialect}`, () => {
    const played = async (...logs: Step[][]) => {
      const { review, db } = await playedRooms(await open(), logs);
      const rounds = {
        all: (packId: string) => roundsOfPack(db, packId),
        own: ({ id }: Principal, packId: string) => ownRoundsOfPack(db, [id], packId),
      };
      return { ...review, rounds };
    };

    const nth = (index: number, change: Partial<InterviewPlan> = {}) =>
      interview({
        roomId: `rm_${String(index).padStart(12, '0')}`,
        title: `Panel ${index}`,
        startedAt: STARTED + index * DAY,
        ...change,
      });
    const all: HistoryFilter & { cursor: null; size: number } = {
      ...NO_FILTER,
      cursor: null,
      size: 20,
    };

    test('newest first, page by page, each once, with pages of any size', async () => {
      const review = await played(...[0, 1, 2, 3, 4].map((index) => nth(index)));
      const titles: string[][] = [];
      let cursor: string | null = null;
      do {
        const page = await review.history(person(marcus), { ...all, cursor, size: 2 });
        titles.push(page.entries.map(({ title }) => title));
        cursor = page.next;
      } while (cursor);
      expect(titles).toEqual([['Panel 4', 'Panel 3'], ['Panel 2', 'Panel 1'], ['Panel 0']]);
    });

    test('rounds published in the same instant are neither lost nor repeated between pages', async () => {
      const same = [0, 1, 2].map((index) => nth(index, { startedAt: STARTED }));
      const review = await played(...same);
      const first = await review.history(person(marcus), { ...all, size: 2 });
      const second = await review.history(person(marcus), { ...all, cursor: first.next, size: 2 });
      const titles = [...first.entries, ...second.entries].map(({ title }) => title);
      expect(titles.sort()).toEqual(['Panel 0', 'Panel 1', 'Panel 2']);
      expect(second.next).toBeNull();
    });

    test('the order, months and dates are of the day of the round, however late it was published', async () => {
      const late = nth(0).map((step, no, all) =>
        no === all.length - 1 ? { ...step, at: STARTED + 30 * DAY } : step,
      );
      const again: Step[] = [
        { at: STARTED + 40 * DAY, by: priya, event: { type: 'ScorecardWithdrawn', roundId: ROUND } },
        {
          at: STARTED + 40 * DAY,
          by: priya,
          event: { type: 'RoundPublished', roundId: ROUND, sharing: everything },
        },
      ];
      const review = await played(late, [...nth(1), ...again], nth(2));
      const me = person(lena);
      const { entries } = await review.history(me, all);
      expect(entries.map(({ title }) => title)).toEqual(['Panel 2', 'Panel 1', 'Panel 0']);
      expect(entries.map(({ heldAt }) => Math.floor((heldAt - STARTED) / DAY))).toEqual([2, 1, 0]);
      expect(entries.map(({ publishedAt }) => Math.floor(((publishedAt ?? 0) - STARTED) / DAY))).toEqual([
        2, 40, 30,
      ]);
      const { entries: early } = await review.history(me, { ...all, before: STARTED + DAY });
      expect(early.map(({ title }) => title)).toEqual(['Panel 0']);
      const [trend] = (await review.trends(me, NO_FILTER)).lines;
      expect(trend?.points.map(({ at }) => Math.floor((at - STARTED) / DAY))).toEqual([0, 1, 2]);
      const { calibration } = await review.aboutMe(me);
      expect(calibration.map(({ at }) => Math.floor((at - STARTED) / DAY))).toEqual([0, 1, 2]);
      // What is new to them comes first where they look for that.
      const latest = await review.latest(me, 2);
      expect(latest.map(({ title }) => title)).toEqual(['Panel 1', 'Panel 0']);
      const closed = await (await played(closedInterview().slice(0, -1))).history(person(marcus), all);
      expect(closed.entries.map(({ publishedAt }) => publishedAt)).toEqual([null]);
    });

    test('packs, competencies and questions have the words of the newest round', async () => {
      const pack = interviewPack();
      const renamed = {
        ...pack,
        title: 'A backend panel',
        groups: pack.groups.map((group) =>
          group.id === 'delivery' ? { ...group, title: 'Building' } : group,
        ),
        questions: pack.questions.map((question) =>
          question.id === 'safe-release' ? { ...question, prompt: 'A safe release: how?' } : question,
        ),
      };
      const review = await played(nth(0), nth(1, { pack: renamed }));
      const choices = await review.choices(person(lena));
      expect(choices.packs).toEqual([{ id: pack.id, title: 'A backend panel', scorecards: 2 }]);
      expect(choices.competencies).toContainEqual({ id: 'delivery', title: 'Building', scorecards: 2 });
      const { entries } = await review.questions(person(lena));
      expect(entries.find(({ itemId }) => itemId === 'safe-release')).toMatchObject({
        prompt: 'A safe release: how?',
        packTitle: 'A backend panel',
        times: 2,
      });
    });

    test('a question from a file of a copied pack is the same question as in rooms', async () => {
      const pack = { ...interviewPack(), id: 'pk_copy' };
      const elsewhere = await playedRooms(await open(), [nth(0, { pack })]);
      const text = await wholeText(
        await elsewhere.review.exported(
          person(lena),
          { rounds: [{ roomId: 'rm_000000000000', roundId: ROUND }] },
          'json',
        ),
      );
      const { review, db } = await playedRooms(await open(), [nth(1)]);
      await db
        .insertInto('packs')
        .values({
          id: 'pk_copy',
          owner_id: person(marcus).id,
          family_id: pack.familyId,
          title: 'Copy',
          head_no: 1,
          content_hash: null,
          copy_of: 'Senior backend panel',
          copy_no: 1,
          until: null,
          created_at: 1,
          updated_at: 1,
          deleted_at: null,
        })
        .execute();
      expect(await review.kept.keep(person(lena), text ?? '')).toMatchObject({ kept: 1 });
      const { entries } = await review.questions(person(lena));
      expect(entries.map(({ times }) => times)).toEqual([2, 2, 2, 2, 2]);
    });

    test('a round stays in my history after I end a device, and out of that device’s', async () => {
      const phone = `${principalOf(marcus).slice(0, -1)}z`;
      const event = (event: Step['event']): Step => ({ at: STARTED + 30 * DAY, by: marcus, event });
      const review = await played([
        ...nth(0),
        event({ type: 'MemberMoved', memberId: marcus, principalId: phone, from: null }),
        event({ type: 'DeviceEnded', memberId: marcus, principalId: phone }),
      ]);
      const account = { ...person('mb_account00000'), aliases: [principalOf(marcus), phone] };
      for (const who of [person(marcus), account]) {
        expect((await review.history(who, all)).entries).toHaveLength(1);
        expect((await review.choices(who)).scorecards).toBe(1);
        expect((await review.questions(who)).all).toBe(5);
        expect(await review.scorecard(who, 'rm_000000000000', ROUND)).not.toBeNull();
      }
      const gone = { ...person('mb_account00000'), id: phone };
      expect((await review.history(gone, all)).entries).toEqual([]);
      expect(await review.scorecard(gone, 'rm_000000000000', ROUND)).toBeNull();
    });

    test('an invented cursor starts at the first page', async () => {
      const review = await played(nth(0));
      for (const cursor of ['', '1', "1.rm_x'--.r1", '99999999999999999999.rm_000000000000.r1'])
        expect((await review.history(person(marcus), { ...all, cursor })).entries).toHaveLength(1);
    });

    test('an entry says what it was about, my seat, and the number', async () => {
      const review = await played(nth(7));
      const { entries } = await review.history(person(sam), all);
      expect(entries).toEqual([
        {
          roomId: 'rm_000000000007',
          roundId: ROUND,
          title: 'Panel 7',
          packId: 'senior-backend',
          packTitle: 'Senior backend panel',
          format: 'led',
          role: 'observer',
          candidateName: 'Lena Fischer',
          heldAt: expect.any(Number),
          publishedAt: expect.any(Number),
          scores: { first: expect.closeTo(3.4545, 3), second: expect.closeTo(3.4545, 3), ratings: 11 },
          file: null,
        },
      ]);
    });

    test('filtered by pack and by role, with the number of each', async () => {
      const pack = { ...interviewPack(), id: 'other-pack', title: 'Another pack' };
      const review = await played(nth(0), nth(1, { pack }), nth(2, { pack }));
      const me = person(lena);
      const titlesOf = async (filter: Partial<HistoryFilter>) =>
        (await review.history(me, { ...all, ...filter })).entries.map(({ title }) => title);
      expect(await titlesOf({ packId: 'other-pack' })).toEqual(['Panel 2', 'Panel 1']);
      expect(await titlesOf({ packId: 'other-pack', role: 'panelist' })).toEqual([]);
      expect(await titlesOf({ role: 'candidate' })).toHaveLength(3);
      expect(await review.choices(me)).toMatchObject({
        scorecards: 3,
        packs: [
          { id: 'other-pack', title: 'Another pack', scorecards: 2 },
          { id: 'senior-backend', title: 'Senior backend panel', scorecards: 1 },
        ],
        roles: [{ role: 'candidate', scorecards: 3 }],
      });
    });

    test('filtered by competency, format, date, person and words, which the trends obey', async () => {
      const peer = { format: 'peer' as const };
      const review = await played(nth(0), nth(1, { title: 'Growth_team 100%' }), nth(2, { settings: peer }));
      const me = person(lena);
      const titlesOf = async (filter: Partial<HistoryFilter>) =>
        (await review.history(me, { ...all, ...filter })).entries.map(({ title }) => title);
      expect(await titlesOf({ groupId: 'delivery' })).toHaveLength(3);
      expect(await titlesOf({ groupId: 'nothing' })).toEqual([]);
      expect(await titlesOf({ format: 'peer' })).toEqual(['Panel 2']);
      expect(await titlesOf({ from: STARTED + DAY })).toEqual(['Panel 2', 'Growth_team 100%']);
      expect(await titlesOf({ before: STARTED + DAY })).toEqual(['Panel 0']);
      expect(await titlesOf({ person: 'marcus' })).toHaveLength(3);
      expect(await titlesOf({ person: 'nobody' })).toEqual([]);
      expect(await titlesOf({ words: '100% GROWTH_' })).toEqual(['Growth_team 100%']);
      expect(await titlesOf({ words: 'x%' })).toEqual([]);
      const trend = async (filter: Partial<HistoryFilter>) =>
        (await review.trends(me, { ...NO_FILTER, ...filter })).lines.map(({ groupId, points }) => [
          groupId,
          points.length,
        ]);
      expect(await trend({ groupId: 'delivery' })).toEqual([['delivery', 3]]);
      expect(await trend({ groupId: 'delivery', before: STARTED + DAY })).toEqual([['delivery', 1]]);
      expect(await trend({ words: 'growth' })).toHaveLength(4);
    });

    test('a name with letters beyond A to Z is found as written, in capitals and in small letters', async () => {
      const review = await played(nth(0, { title: 'Åsa Öberg, ÉCOLE' }));
      const found = async (filter: Partial<HistoryFilter>) =>
        (await review.history(person(lena), { ...all, ...filter })).entries.length;
      for (const words of ['Åsa', 'åsa', 'ÅSA ÖBERG', 'öberg', 'École', 'éCOLE', 'école öberg'])
        expect([words, await found({ words })]).toEqual([words, 1]);
      expect(await found({ words: 'Åse' })).toBe(0);
    });

    test('a search for words covers the questions that were asked, and nothing that is not shown', async () => {
      const sharing = { ...everything, ratings: 'none', keyPoints: false, verdicts: false } as const;
      const review = await played(nth(0, { sharing }));
      const found = async (words: string) =>
        (await review.history(person(lena), { ...all, words })).entries.length;
      const [question] = interviewPack().questions;
      expect(await found(question?.prompt.split(' ').slice(0, 3).join(' ') ?? '')).toBe(1);
      for (const hidden of ['private-note', 'verdict-rationale', 'side-channel', 'observer-note'])
        expect(await found(hidden)).toBe(0);
      for (const { text } of question?.points ?? []) expect(await found(text)).toBe(0);
    });

    test('questions heard, with how often, without those skipped or withdrawn', async () => {
      const review = await played(nth(0), nth(1));
      const questions = await review.questions(person(marcus));
      expect(questions.all).toBe(5);
      expect(questions.entries.map(({ itemId, times }) => [itemId, times])).toEqual([
        ['loose', 2],
        ['n-plus-one', 2],
        ['slow-endpoint', 2],
        ['safe-release', 2],
        ['misunderstanding', 2],
      ]);
      expect(await review.questions(person('mb_stranger0000'))).toEqual({ entries: [], all: 0 });
    });

    test('only the person sees their severity, after ten shared asks; how often they moved shows at once', async () => {
      const review = await played(nth(0), nth(1), nth(2));
      const few = await (await played(nth(0))).aboutMe(person(marcus));
      expect(few.severity).toMatchObject({ shared: 3, difference: null });
      const { severity, moved } = await review.aboutMe(person(priya));
      expect(severity.shared).toBe(12);
      // 4 against 4 and 5, 4 against 2 and 3, 3 against 4, 3 against 3 and 3: in each of three rounds.
      expect(severity.difference).toBeCloseTo((-0.5 + 1.5 - 1 + 0) / 4);
      expect(moved).toEqual({ times: 0, asks: 12 });
      expect((await review.aboutMe(person(marcus))).moved).toEqual({ times: 3, asks: 9 });
    });

    test('a person who moved to another device counts once: in severity, calibration and question health', async () => {
      const moved = (steps: Step[], memberId: string): Step[] => {
        const event: Step['event'] = {
          type: 'MemberMoved',
          memberId,
          principalId: `${principalOf(memberId).slice(0, -1)}z`,
          from: null,
        };
        return [...steps, { at: STARTED + 30 * DAY, by: memberId, event }];
      };
      const days = [0, 1, 2, 3, 4];
      const still = await played(...days.map((day) => nth(day)));
      const both = await played(...days.map((day) => moved(moved(nth(day), marcus), priya)));
      const health = (review: typeof both) => review.packHealth(person(priya), interviewPack().familyId);
      expect(await health(both)).toEqual(await health(still));
      const { id } = person(priya);
      const everywhere = { ...person(priya), aliases: [`${id.slice(0, -1)}z`] };
      for (const who of [person(priya), everywhere])
        expect((await both.aboutMe(who)).severity).toEqual((await still.aboutMe(who)).severity);
      const { calibration } = await both.aboutMe(person(lena));
      expect(calibration).toEqual((await still.aboutMe(person(lena))).calibration);
    });

    test('own ratings beside the panel’s, by round, only where the ratings are shared with me', async () => {
      const sharing = { ...everything, ratings: 'none' } as const;
      const review = await played(nth(0), nth(1, { sharing }));
      const { calibration, practise, inSeat } = await review.aboutMe(person(lena));
      // A competency at 4.3 leaves nothing to practise.
      expect(inSeat).toEqual({ rounds: 2, rated: practise.length + 1 });
      expect(practise.every(({ mean }) => mean < 4)).toBe(true);
      expect(calibration).toMatchObject([{ roomId: 'rm_000000000000', asks: 3 }]);
      // 4 against 4.33, 3 against 3, 4 against 3.5.
      expect(calibration[0]?.difference).toBeCloseTo((4 - 13 / 3 + 0 + 0.5) / 3);
      expect(practise.map(({ mean }) => mean)).toEqual(
        practise.map(({ mean }) => mean).toSorted((a, b) => a - b),
      );
      const none = await (await played(nth(1, { sharing }))).aboutMe(person(lena));
      expect(none).toMatchObject({ calibration: [], practise: [], inSeat: { rounds: 1, rated: 0 } });
    });

    test('question health says nothing below five askings, and counts only the owner’s own rounds', async () => {
      const review = await played(...[0, 1, 2, 3, 4].map((index) => nth(index)));
      const health = await review.packHealth(person(priya), interviewPack().familyId);
      const asked = health?.questions.find(({ itemId }) => itemId === 'misunderstanding');
      expect(asked).toMatchObject({ asked: 5, ratings: 15 });
      expect(asked?.says).toContainEqual({ kind: 'unused-anchors', values: [1, 2, 3] });
      expect(asked?.says).toContainEqual({
        kind: 'always-heard',
        points: expect.arrayContaining(['written-decision']),
      });
      const few = await (await played(nth(0))).packHealth(person(priya), interviewPack().familyId);
      expect(few?.questions.every(({ says }) => says.length === 0)).toBe(true);
      expect(await review.packHealth(person('mb_stranger0000'), 'senior-backend')).toEqual({
        needed: { askings: 5, ratings: 15 },
        questions: [],
      });
    });

    test('question health names a key point that only earlier versions of the pack have', async () => {
      const { review, db } = await playedRooms(
        await open(),
        [0, 1, 2, 3, 4].map((index) => nth(index)),
      );
      const pack = interviewPack();
      const without = pack.questions.map((question) => ({
        ...question,
        points: question.points.filter(({ id }) => id !== 'written-decision'),
      }));
      const versions = { before: pack, newest: { ...pack, questions: without } };
      for (const [hash, version] of Object.entries(versions))
        await db
          .insertInto('pack_contents')
          .values({ hash, reader: 1, pack: JSON.stringify(version), used_at: STARTED })
          .execute();
      for (let index = 0; index < 5; index += 1) {
        const room_id = `rm_${String(index).padStart(12, '0')}`;
        const hash = index === 4 ? 'newest' : 'before';
        await db.insertInto('room_packs').values({ room_id, hash }).execute();
      }
      const health = await review.packHealth(person(priya), pack.familyId);
      const says = health?.questions.find(({ itemId }) => itemId === 'misunderstanding')?.says;
      const known = pack.questions.flatMap(({ points }) => points);
      const text = known.find(({ id }) => id === 'written-decision')?.text;
      expect(text).toBeDefined();
      expect(says).toContainEqual({ kind: 'always-heard', points: expect.arrayContaining([text]) });
    });

    test('if only means are shared, a candidate’s curve and trends count the round, and no question’s health does', async () => {
      const sharing = { ...everything, ratings: 'means' } as const;
      const review = await played(...[0, 1, 2, 3, 4].map((index) => nth(index, { sharing })));
      const me = person(lena);
      expect((await review.aboutMe(me)).calibration).toHaveLength(5);
      expect((await review.trends(me, NO_FILTER)).lines[0]?.points).toHaveLength(5);
      expect((await review.history(me, all)).entries[0]?.scores).toMatchObject({ ratings: 11 });
      expect((await review.packHealth(me, interviewPack().familyId))?.questions).toEqual([]);
      expect((await review.packHealth(person(priya), interviewPack().familyId))?.questions).not.toEqual([]);
    });

    test('how often a pack was played counts all rounds, or those in a person’s own history', async () => {
      const pack = { ...interviewPack(), id: 'other-pack', title: 'Another pack' };
      const { rounds } = await played(nth(0), nth(1, { pack }), nth(2, { pack }));
      expect(await rounds.all('other-pack')).toBe(2);
      expect(await rounds.all('third-pack')).toBe(0);
      expect(await rounds.own(person(lena), 'other-pack')).toBe(2);
      expect(await rounds.own(person('mb_stranger0000'), 'other-pack')).toBe(0);
    });

    test('a round closed to its candidate does not count as played by them', async () => {
      const { rounds } = await played(closedInterview().slice(0, -1));
      expect(await rounds.own(person(lena), 'senior-backend')).toBe(0);
      expect(await rounds.own(person(marcus), 'senior-backend')).toBe(1);
    });

    test('nobody else finds it: neither a stranger nor a person removed before it was published', async () => {
      const steps = nth(0);
      const removed = { at: STARTED, by: priya, event: { type: 'MemberRemoved', memberId: aiko } as const };
      const review = await played([...steps.slice(0, -1), removed, ...steps.slice(-1)]);
      for (const other of [person(aiko), person('mb_stranger0000')]) {
        expect((await review.history(other, all)).entries).toEqual([]);
        expect(await review.choices(other)).toEqual({
          scorecards: 0,
          packs: [],
          roles: [],
          formats: [],
          competencies: [],
        });
        expect(await review.scorecard(other, 'rm_000000000000', ROUND)).toBeNull();
      }
      expect(await review.scorecard(person(marcus), 'rm_000000000000', ROUND)).not.toBeNull();
    });

    test('a guest who signs in keeps their history, and a round with two of my seats is one entry', async () => {
      const review = await played(nth(0));
      const account = { ...person('mb_account00000'), kind: 'account' as const };
      const withGuest = { ...account, aliases: [principalOf(lena), principalOf(marcus)] };
      expect((await review.history(account, all)).entries).toEqual([]);
      const { entries } = await review.history(withGuest, all);
      expect(entries.map(({ role }) => role)).toEqual(['candidate']);
      expect((await review.scorecard(withGuest, 'rm_000000000000', ROUND))?.viewer.role).toBe('candidate');
      expect((await review.choices(withGuest)).scorecards).toBe(1);
    });

    test('ratings that the host did not share are in none of the candidate’s lists and trends', async () => {
      const sharing = { ...everything, ratings: 'none' as const };
      const review = await played(nth(0, { sharing }), nth(1));
      const { entries } = await review.history(person(lena), all);
      expect(entries.map(({ scores }) => scores?.ratings ?? null)).toEqual([11, null]);
      const points = (await review.trends(person(lena), NO_FILTER)).lines.flatMap((trend) => trend.points);
      expect(points.every(({ rounds }) => rounds === 1)).toBe(true);
      expect(points).toHaveLength(4);
      const panelists = await review.history(person(priya), all);
      expect(panelists.entries.every(({ scores }) => scores?.ratings === 11)).toBe(true);
    });

    test('a round that is closed in private, or withdrawn, is in the panel’s history and not in its candidate’s', async () => {
      const withdrawn: Step = {
        at: STARTED + 2 * DAY,
        by: priya,
        event: { type: 'ScorecardWithdrawn', roundId: ROUND },
      };
      const closed = closedInterview({ roomId: 'rm_closed000000' }).slice(0, -1);
      const review = await played(closed, [...nth(1), withdrawn], nth(2));
      const count = async (memberId: string) => (await review.history(person(memberId), all)).entries.length;
      expect([await count(marcus), await count(lena)]).toEqual([3, 1]);
      expect(await review.scorecard(person(lena), 'rm_closed000000', ROUND)).toBeNull();
      expect(await review.scorecard(person(marcus), 'rm_closed000000', ROUND)).not.toBeNull();
      expect(await review.preview(person(priya), 'rm_closed000000', ROUND, everything)).not.toBeNull();
      expect(await review.preview(person(marcus), 'rm_closed000000', ROUND, everything)).toBeNull();
    });

    test('trends: a line per competency, oldest first, from my own rounds in the hot seat', async () => {
      const review = await played(nth(1), nth(0));
      const { lines: trends, rounds } = await review.trends(person(lena), NO_FILTER);
      expect(rounds).toEqual({ counted: 2, all: 2 });
      expect(trends.map(({ title }) => title)).toEqual([
        'Code quality',
        'Communication',
        'Delivery',
        'Use of data',
      ]);
      const [, communication] = trends;
      expect(communication?.points.map(({ mean, ratings, rounds }) => [mean, ratings, rounds])).toEqual([
        [13 / 3, 3, 1],
        [13 / 3, 3, 1],
      ]);
      expect(communication?.points[0]?.at).toBeLessThan(communication?.points[1]?.at ?? 0);
      expect((await review.trends(person(marcus), NO_FILTER)).lines).toEqual([]);
      expect((await review.trends(person(lena), { ...NO_FILTER, packId: 'other-pack' })).lines).toEqual([]);
    });

    test('a person who rates in many rounds is one rater, also from another device', async () => {
      const month = Array.from({ length: 25 }, (_, index) => nth(index));
      const moved = month.map((steps, index): Step[] => {
        const event: Step['event'] = {
          type: 'MemberMoved',
          memberId: marcus,
          principalId: `${principalOf(marcus).slice(0, -1)}${index % 3}`,
          from: null,
        };
        return [...steps.slice(0, 6), { at: STARTED, by: marcus, event }, ...steps.slice(6)];
      });
      const { lines: trends } = await (await played(...moved)).trends(person(lena), NO_FILTER);
      const points = trends.find(({ groupId }) => groupId === 'delivery')?.points ?? [];
      expect(points.map(({ raters }) => raters)).toEqual(points.map(() => 3));
      expect(points.length).toBeLessThan(3);
    });

    test('running rooms: mine, not over, and only the title while I am in the waiting room', async () => {
      const lobby = nth(0).slice(0, 5);
      const going = nth(1);
      const ended: Step[] = [...nth(2), { at: STARTED + 3 * DAY, by: priya, event: { type: 'RoomEnded' } }];
      const left: Step[] = [
        ...nth(3).slice(0, 5),
        { at: STARTED, by: marcus, event: { type: 'MemberLeft', memberId: marcus } },
        { at: STARTED, by: null, event: { type: 'MemberReturned', memberId: marcus, waiting: true } },
        { at: STARTED, by: sam, event: { type: 'MemberLeft', memberId: sam } },
      ];
      const asking = going.slice(
        0,
        going.findIndex(({ event }) => event.type === 'AskRevealed'),
      );
      const review = await played(lobby, asking, ended, left);
      expect(await review.running(person(marcus))).toEqual([
        {
          roomId: 'rm_000000000003',
          title: 'Panel 3',
          role: 'panelist',
          status: 'waiting',
          startsAt: null,
          prepares: false,
          opensAt: null,
        },
        {
          roomId: 'rm_000000000001',
          title: 'Panel 1',
          role: 'panelist',
          startsAt: null,
          prepares: false,
          status: 'in',
          host: false,
          people: 5,
          round: { no: 1, of: null, phase: 'asking', inHotSeat: false },
          live: true,
        },
        {
          roomId: 'rm_000000000000',
          title: 'Panel 0',
          role: 'panelist',
          startsAt: null,
          prepares: false,
          status: 'in',
          host: false,
          people: 5,
          round: null,
          live: false,
        },
      ]);
      expect((await review.running(person(sam))).map(({ roomId, status }) => `${roomId} ${status}`)).toEqual([
        'rm_000000000001 in',
        'rm_000000000000 in',
        'rm_000000000003 left',
      ]);
    });

    test('the candidate of another round sees nothing of a running round', async () => {
      const going = nth(0);
      const asking = going.slice(
        0,
        going.findIndex(({ event }) => event.type === 'AskRevealed'),
      );
      const waits = {
        memberId: 'mb_nextcandidat',
        principalId: principalOf('mb_nextcandidat'),
        name: 'Nia',
        role: 'candidate',
        inviteId: null,
      } as const;
      const joins: Step = {
        at: STARTED,
        by: null,
        event: { type: 'MemberJoined', member: waits, waiting: false },
      };
      const review = await played([...asking, joins]);
      // Six people are in the room. A candidate knows four of them, and themselves.
      expect(await review.running(person(waits.memberId))).toMatchObject([
        { round: null, live: false, people: 5, prepares: true },
      ]);
      expect(await review.running(person(lena))).toMatchObject([{ live: true, people: 5 }]);
      expect(await review.running(person(marcus))).toMatchObject([{ live: true, people: 6 }]);
    });

    test('a round that does not exist gets the same answer as one that I may not read', async () => {
      const review = await played(nth(0));
      expect(await review.scorecard(person(marcus), 'rm_nowhere00000', ROUND)).toBeNull();
      expect(await review.scorecard(person(marcus), 'rm_000000000000', 'r9')).toBeNull();
    });
  });
}
