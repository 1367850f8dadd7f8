import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { SharedText } from '../../app/room/code/shared-text';
import type { Random } from '../testing/seeded-random';
import type { SimulatedPerson } from './simulated-person';

/** Changes of one exercise by people who may write. */
const EDITS = 40;
/** How long (ms) all copies may take to become equal. */
const PATIENCE_MS = 15_000;

export interface PlayedCode {
  edits: number;
  /** The people whose copy differs from the candidate's in the end. */
  diverged: string[];
}

export interface PlayedExercises extends PlayedCode {
  /** Exercises with planted issues. */
  planted: number;
}

export interface Writing {
  people: readonly SimulatedPerson[];
  candidate: SimulatedPerson;
  /** A panelist who gets the pen in the middle, loses it again, and goes on writing all the same. */
  second: SimulatedPerson | undefined;
  askId: string;
  random: Random;
  handPen(to: SimulatedPerson): Promise<void>;
  takePen(): Promise<void>;
}

/** Writes an exercise over unreliable connections, hands the pen over on the way, and compares everybody's copy. */
export async function writesCode(writing: Writing): Promise<PlayedCode> {
  const { people, candidate, second, askId, random, handPen, takePen } = writing;
  const copies = new Map(people.map((person) => [person, person.opensText(askId)]));
  const own = copies.get(candidate);
  const other = second && copies.get(second);
  try {
    for (let edit = 0; edit < EDITS; edit += 1) {
      if (second && edit === EDITS / 4) await handPen(second);
      if (second && edit === (EDITS * 3) / 4) {
        await takePen();
        await writesAllTheSame(second, askId);
      }
      const isSecond = edit >= EDITS / 4 && random.chance(0.4);
      changes((isSecond ? other : own) ?? own, random);
      moves(random.pick([...copies]), askId);
      if (random.chance(0.05)) random.pick(people).losesTheLine();
      await delay(random.int(20));
    }
    const late = Date.now() + PATIENCE_MS;
    while (Date.now() < late && [...copies.values()].some((copy) => !isSame(copy, own))) await delay(50);
    const diverged = [...copies]
      .filter(([, copy]) => !isSame(copy, own))
      .map(
        ([{ name }, copy]) =>
          `${name} on ${askId} (${copy.state}, ${copy.text.length} of ${own?.text.length})`,
      );
    return { edits: EDITS, diverged };
  } finally {
    for (const copy of copies.values()) copy.close();
  }
}

function isSame(copy: SharedText, own: SharedText | undefined): boolean {
  return copy.state === 'saved' && copy.text.toJSON() === own?.text.toJSON();
}

function changes(copy: SharedText | undefined, random: Random): void {
  if (!copy) return;
  const { text } = copy;
  const at = random.int(text.length + 1);
  if (text.length > 10 && random.chance(0.2)) text.delete(Math.min(at, text.length - 3), 3);
  else text.insert(at, `${random.token(6)}\n`);
}

/** Tells the others where this person's cursor is: at the beginning of the text. */
function moves([person, { doc }]: [SimulatedPerson, SharedText], askId: string): void {
  const place = '{"tname":"code","assoc":0}';
  person.moves({ askId, clientId: doc.clientID, at: { anchor: place, head: place } });
}

/** A client that ignores the loss of the pen: the very next update must be rejected. */
async function writesAllTheSame(person: SimulatedPerson, askId: string): Promise<void> {
  const doc = new Y.Doc();
  doc.getText('code').insert(0, 'without the pen');
  const ack = await person.writes(askId, Y.encodeStateAsUpdate(doc));
  if (ack.ok || ack.code !== 'not-allowed')
    throw new Error(`${person.name} wrote without the pen on ${askId}: ${JSON.stringify(ack)}`);
}
