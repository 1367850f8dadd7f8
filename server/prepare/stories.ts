import type { Kysely } from 'kysely';
import { STORY_LIMIT, type Story, type StoryChange, type StoryText } from '../protocol/story';
import { idsOf, type Principal } from '../runtime/principal';
import { randomId } from '../runtime/random-id';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import type { Database, StoriesTable } from '../runtime/tables';

/** Everybody's own stories. No room, scorecard, export or judge ever gets them; strangers get the same answer as for no story. */
export interface Stories {
  list(principal: Principal): Promise<Story[]>;
  add(principal: Principal, text: StoryText): Promise<Outcome<Story>>;
  /** `changed-meanwhile` where another device was first: nothing is written over. */
  change(principal: Principal, id: string, change: StoryChange): Promise<Outcome<Story>>;
  remove(principal: Principal, id: string): Promise<void>;
  removeAll(principal: Principal): Promise<void>;
}

export interface StoriesPorts {
  db: Kysely<Database>;
  now(): number;
  /** Whether this person may write once more now. */
  mayWrite(principalId: string): Promise<boolean>;
}

export function createStories({ db, now, mayWrite }: StoriesPorts): Stories {
  const own = (principal: Principal) =>
    db.selectFrom('stories').selectAll().where('owner_id', 'in', idsOf(principal));
  return {
    list: async (principal) =>
      (await own(principal).orderBy('created_at').orderBy('id').execute()).map(storyOf),
    add: async (principal, text) => {
      if (!(await mayWrite(principal.id))) return reject('slow-down');
      const { length } = await own(principal).execute();
      if (length >= STORY_LIMIT) return reject('too-many');
      const at = now();
      const row = { ...rowOf(text), id: randomId('st'), owner_id: principal.id, revision: 1 };
      await db
        .insertInto('stories')
        .values({ ...row, created_at: at, updated_at: at })
        .execute();
      return { ok: true, value: storyOf({ ...row, created_at: at, updated_at: at }) };
    },
    change: async (principal, id, { revision, ...text }) => {
      if (!(await mayWrite(principal.id))) return reject('slow-down');
      const { numUpdatedRows } = await db
        .updateTable('stories')
        .set({ ...rowOf(text), revision: revision + 1, updated_at: now() })
        .where('id', '=', id)
        .where('owner_id', 'in', idsOf(principal))
        .where('revision', '=', revision)
        .executeTakeFirst();
      const kept = await own(principal).where('id', '=', id).executeTakeFirst();
      if (!kept) return reject('not-found');
      return numUpdatedRows > 0n ? { ok: true, value: storyOf(kept) } : reject('changed-meanwhile');
    },
    remove: async (principal, id) => {
      await db.deleteFrom('stories').where('id', '=', id).where('owner_id', 'in', idsOf(principal)).execute();
    },
    removeAll: async (principal) => {
      await db.deleteFrom('stories').where('owner_id', 'in', idsOf(principal)).execute();
    },
  };
}

function rowOf({ toldMs, ...text }: StoryText) {
  return { ...text, told_ms: toldMs };
}

function storyOf(row: StoriesTable): Story {
  const { id, title, situation, task, action, result, told_ms, revision, updated_at } = row;
  return { id, title, situation, task, action, result, toldMs: told_ms, revision, updatedAt: updated_at };
}
