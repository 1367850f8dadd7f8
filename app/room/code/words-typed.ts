import * as Y from 'yjs';

/** What somebody typed in an update and did not delete again. What was typed in another place is on a line of its own. */
export function wordsTyped(update: Uint8Array): string {
  const { structs, ds } = Y.decodeUpdate(update);
  const isDeleted = (client: number, clock: number) =>
    (ds.clients.get(client) ?? []).some((run) => clock >= run.clock && clock < run.clock + run.len);
  let words = '';
  let last: { client: number; clock: number } | null = null;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { id, origin, content } = struct;
    const goesOn = last && origin && origin.client === last.client && origin.clock === last.clock;
    const kept = content.str.split('').filter((_, index) => !isDeleted(id.client, id.clock + index));
    words += `${goesOn ? '' : '\n'}${kept.join('')}`;
    last = { client: id.client, clock: id.clock + content.str.length - 1 };
  }
  return words.replace(/^\s*\n|\s+$/g, '');
}
