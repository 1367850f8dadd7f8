import * as Y from 'yjs';
import { alike } from '@/app/room/code/alike';
import { fromBase64 } from '@/app/room/code/base64';
import { RecordedText, type RecordedTextReader } from '@/app/scorecards/recorded-text';
import type { Playback } from '@/server/protocol/playback';
import type { CodeMissing } from '@/server/protocol/wire';

/**
 * The text of an exercise as a document at one moment of its writing. Going to another moment, even an earlier one, is
 * an edit like any other, so that the editors of the live room can show it.
 */
export class RecordedCode {
  private readonly recorded: RecordedTextReader;
  private readonly startedAt: number;
  private readonly doc = new Y.Doc();

  /** `tell`: how the document changed. */
  constructor({ updates, startedAt }: Playback, tell: (update: Uint8Array) => void) {
    this.recorded = new RecordedText(
      updates.map(({ at, data }) => ({ at, update: fromBase64(data) })),
    ).reader();
    this.startedAt = startedAt;
    this.doc.on('update', tell);
  }

  /** `now`: milliseconds since the epoch. */
  passesTo(now: number): void {
    const text = this.doc.getText('code');
    const [before, after] = [text.toJSON(), this.recorded.at(Math.max(0, now - this.startedAt))];
    if (before === after) return;
    const { start, end } = alike(before, after);
    this.doc.transact(() => {
      text.delete(start, before.length - end - start);
      text.insert(start, after.slice(start, after.length - end));
    });
  }

  missing(vector: Uint8Array): CodeMissing {
    return { update: Y.encodeStateAsUpdate(this.doc, vector), vector: Y.encodeStateVector(this.doc) };
  }
}
