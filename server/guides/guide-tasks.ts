import type { Conversion } from '../protocol/guide-source';
import { convertFile, convertPaste, NAMED, type PastedSource, type SourceFile, withTitle } from './convert';
import { titleOfFile } from './naming';
import { type PackReading, readPack } from './read-pack';
import { tidyPack } from './tidy';

/** The worker's tasks. */
export type GuideTask =
  | { kind: 'read'; source: string }
  | { kind: 'file'; file: SourceFile }
  | { kind: 'paste'; paste: PastedSource }
  | { kind: 'tidy'; source: string };

/** The results of a task. */
export interface GuideResult {
  /** Of the given or converted Markdown; null if nothing could be converted. */
  reading: PackReading | null;
  conversion: Conversion | null;
  /** The documented form of a guide that is a pack. */
  tidy: string | null;
}

export async function runGuideTask(task: GuideTask): Promise<GuideResult> {
  switch (task.kind) {
    case 'read':
      return { reading: readPack(task.source), conversion: null, tidy: null };
    case 'file':
      return titled(await convertFile(task.file), titleOfFile(task.file.name));
    case 'paste':
      return titled(convertPaste(task.paste), null);
    case 'tidy': {
      const read = readPack(task.source);
      return { reading: null, conversion: null, tidy: read.ok ? tidyPack(read.pack, read.named) : null };
    }
  }
}

/** Writes the file's name as the title into a guide without one, because the name is not kept. */
function titled(conversion: Conversion, title: string | null): GuideResult {
  if (!conversion.ok) return { reading: null, conversion, tidy: null };
  const reading = readPack(conversion.markdown);
  if (title === null || !reading.warnings.some(({ code }) => code === 'no-title'))
    return { reading, conversion, tidy: null };
  const markdown = withTitle(conversion.markdown, title);
  const notes = [...conversion.notes, NAMED];
  return { reading: readPack(markdown), conversion: { ...conversion, markdown, notes }, tidy: null };
}
