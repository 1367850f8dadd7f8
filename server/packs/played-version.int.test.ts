import { expect, test } from 'vitest';
import { project } from '../review/project';
import { aloneBus } from '../runtime/bus';
import type { EventRecord } from '../runtime/ports';
import { RoomRuntime } from '../runtime/room-runtime';
import { createRooms } from '../runtime/room-service';
import { ada, describeLibrary, guide, HOUR_MS, kept } from '../testing/pack-library';
import { testSettings } from '../testing/stories';
import { createRoomLimit } from '../transport/room-limit';
import type { PackLibrary } from './library';
import { sweep } from './shelf-space';

describeLibrary('a room keeps the version that it was opened with', (place) => {
  const now = () => place.now;

  /** As after a start: nothing of any room is in memory yet. */
  function freshRuntime(record: EventRecord): RoomRuntime {
    return new RoomRuntime({
      record,
      now,
      project,
      hostAwayMs: () => null,
      heardBefore: async () => new Map(),
      isShown: () => false,
      alone: aloneBus.alone,
      unavailable: () => {},
      announce: () => {},
    });
  }

  async function opensARoom(library: PackLibrary, record: EventRecord, packId: string): Promise<string> {
    const rooms = createRooms({
      runtime: freshRuntime(record),
      pack: library.find,
      roomOfInvite: async () => null,
      secret: 'a secret of this test',
      publicUrl: 'http://localhost:3000',
      now,
      heardBefore: async () => new Map(),
      mayOpen: createRoomLimit(),
      mayPlan: async () => true,
    });
    const settings = testSettings('led', { agenda: ['delivery-1'], slots: [] });
    const opened = await rooms.open(ada, { ...settings, packId });
    if (!opened.ok) throw new Error(opened.message);
    return opened.value.roomId;
  }

  async function questionsOf(record: EventRecord, roomId: string): Promise<string[]> {
    const state = await freshRuntime(record).state(roomId);
    if (!state) throw new Error('there is no such room');
    return [...state.pack.questions, ...state.pack.exercises].map((item) =>
      item.kind === 'question' ? item.prompt : item.title,
    );
  }

  test('whatever is saved later, also when the pack is gone', () =>
    place.withLibrary(async (library, db, record) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const before = await opensARoom(library, record, id);
      await library.save(ada, id, 1, guide('Mine', 'How do you deploy on a bad day?'));
      const after = await opensARoom(library, record, id);
      await library.remove(ada, id);
      place.now += 25 * HOUR_MS;
      await sweep(db, place.now);
      expect(await library.find(ada, id)).toMatchObject({ code: 'pack-unknown' });
      expect(await questionsOf(record, before)).toEqual(['How do you deploy?']);
      expect(await questionsOf(record, after)).toEqual(['How do you deploy on a bad day?']);
    }));
});
