import { expect, test } from 'vitest';
import type { PackReader } from '../guides/reader';
import { project } from '../review/project';
import { aloneBus } from '../runtime/bus';
import { createRooms } from '../runtime/create-rooms';
import type { EventRecord, PackContents } from '../runtime/ports';
import { RoomCommands } from '../runtime/room-commands';
import { memorySnapshots } from '../testing/memory-snapshots';
import { ada, describeLibrary, guide, HOUR_MS, kept } from '../testing/pack-library';
import { testSettings } from '../testing/stories';
import { createRoomLimit } from '../transport/room-limit';
import type { PackLibrary } from './library';
import { READER_VERSION } from './reader-version';
import { sweep } from './shelf-space';

/** Nothing may call it. */
const UNREADING: PackReader = {
  read: () => expect.unreachable(),
  convert: () => expect.unreachable(),
  tidy: () => expect.unreachable(),
  close: async () => {},
};

describeLibrary('a room keeps the version it was opened with', (place) => {
  const now = () => place.now;

  /** As after a restart: no room is in memory yet. */
  function freshRuntime(record: EventRecord, contents: PackContents): RoomCommands {
    return new RoomCommands({
      record,
      contents,
      snapshots: memorySnapshots(),
      now,
      project,
      awayMs: () => null,
      heardBefore: async () => new Map(),
      spareInvites: () => [],
      roundKey: () => null,
      isShown: () => false,
      alone: aloneBus.alone,
      unavailable: () => {},
      announce: () => {},
    });
  }

  async function opensARoom(library: PackLibrary, runtime: RoomCommands, packId: string): Promise<string> {
    const rooms = createRooms({
      runtime,
      pack: library.find,
      roomOfInvite: async () => null,
      secret: 'a secret of this test',
      isGuest: async () => true,
      publicUrl: 'http://localhost:3000',
      now,
      heardBefore: async () => new Map(),
      mayJoin: () => Promise.resolve(true),
      mayWrite: async () => true,
      mayOpen: createRoomLimit(),
      mayPlan: async () => true,
    });
    const settings = testSettings('led', { agenda: ['delivery-1'], slots: [] });
    const opened = await rooms.open(ada, { ...settings, packId });
    if (!opened.ok) throw new Error(opened.message);
    return opened.value.roomId;
  }

  async function questionsOf(runtime: RoomCommands, roomId: string): Promise<string[]> {
    const state = await runtime.state(roomId);
    if (!state) throw new Error('there is no such room');
    return [...state.pack.questions, ...state.pack.exercises].map((item) =>
      item.kind === 'question' ? item.prompt : item.title,
    );
  }

  test('whatever is saved later, even when the pack is deleted', () =>
    place.withLibrary(async (library, db, record) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const fresh = () => freshRuntime(record, place.contents(db));
      const before = await opensARoom(library, fresh(), id);
      await library.save(ada, id, 1, guide('Mine', 'How do you deploy on a bad day?'));
      const after = await opensARoom(library, fresh(), id);
      await library.remove(ada, id);
      place.now += 25 * HOUR_MS;
      await sweep(db, place.now);
      await place.contents(db).sweep(place.now);
      expect(await library.find(ada, id)).toMatchObject({ code: 'pack-unknown' });
      expect(await questionsOf(fresh(), before)).toEqual(['How do you deploy?']);
      expect(await questionsOf(fresh(), after)).toEqual(['How do you deploy on a bad day?']);
    }));

  test('rooms with one pack share it, in the record and in memory, and each stores only its hash', () =>
    place.withLibrary(async (library, db, record) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const runtime = freshRuntime(record, place.contents(db));
      const opened = [await opensARoom(library, runtime, id), await opensARoom(library, runtime, id)];
      const again = freshRuntime(record, place.contents(db));
      for (const live of [runtime, again]) {
        const [one, other] = await Promise.all(opened.map((roomId) => live.state(roomId)));
        expect(one?.pack.title).toBe('Mine');
        expect(other?.pack).toBe(one?.pack);
      }
      expect(await db.selectFrom('pack_contents').select('reader').execute()).toEqual([
        { reader: READER_VERSION },
      ]);
      const [first] = await record.load(opened[0] ?? '');
      expect(first?.data).toMatchObject({ packHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(first?.data).not.toHaveProperty('pack');
    }));

  test('a saved pack is not read again when somebody opens rooms or plans with it', () =>
    place.withLibrary(async (library, db, record) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await library.save(ada, id, 1, guide('Mine', 'How do you deploy on a bad day?'));
      const unread = place.library(db, UNREADING);
      const fresh = () => freshRuntime(record, place.contents(db));
      const roomId = await opensARoom(unread, fresh(), id);
      expect(await questionsOf(fresh(), roomId)).toEqual(['How do you deploy on a bad day?']);
      expect(await unread.opening({ principal: ada, address: '' }, id)).toMatchObject({ ok: true });
      const copy = await unread.duplicate(ada, id);
      expect(copy.ok && (await unread.find(ada, copy.value.id))).toMatchObject({
        value: { title: 'Mine', id: copy.ok && copy.value.id },
      });
    }));

  test('one that an earlier version saved is read once more, and not again', () =>
    place.withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const before = await library.find(ada, id);
      await db.updateTable('packs').set({ content_hash: null }).execute();
      await db.deleteFrom('pack_contents').execute();
      expect(await library.find(ada, id)).toEqual(before);
      const unread = place.library(db, UNREADING);
      expect(await unread.find(ada, id)).toEqual(before);
    }));
});
