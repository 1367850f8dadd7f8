import { todaysScorecard } from '../protocol/earlier-scorecards';
import type { Scorecard } from '../protocol/scorecard';
import { type FileEntry, SCORECARD_FILE, SCORECARD_FILE_VERSION } from '../protocol/scorecard-file';
import { csvHead, csvRows } from './export-csv';
import { markdownOf } from './export-markdown';
import type { Signer } from './signing';

export const EXPORT_FORMS = ['markdown', 'csv', 'json'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** A scorecard of this server, or one imported from a file, which keeps its signature. */
export type Exported = { scorecard: Scorecard } | { entry: FileEntry };

/** A file, part by part, so that a person's scorecards are never all in memory. */
export async function* exportText(
  form: ExportForm,
  cards: AsyncIterable<Exported>,
  signer: Signer,
  at: number,
): AsyncGenerator<string> {
  if (form === 'json') return yield* jsonText(cards, signer, at);
  if (form === 'csv') yield csvHead();
  let isFirst = true;
  for await (const one of cards) {
    const card = 'entry' in one ? todaysScorecard(one.entry.scorecard) : one.scorecard;
    if (form === 'csv') yield csvRows(card);
    else yield `${isFirst ? '' : '\n---\n\n'}${markdownOf(card)}`;
    isFirst = false;
  }
}

async function* jsonText(
  cards: AsyncIterable<Exported>,
  signer: Signer,
  issuedAt: number,
): AsyncGenerator<string> {
  yield `{"format":"${SCORECARD_FILE}","version":${SCORECARD_FILE_VERSION},"rounds":[`;
  let isFirst = true;
  for await (const one of cards) {
    const entry =
      'entry' in one
        ? one.entry
        : await signer.sign({ issuer: signer.issuer, issuedAt, scorecard: one.scorecard });
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}
