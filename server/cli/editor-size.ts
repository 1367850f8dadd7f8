import { gzipSync } from 'node:zlib';
import type { Chunks } from './chunks';

/** The maximum size of the editor, in bytes of gzipped JavaScript. */
export const MOST_EDITOR = 250 * 1024;
/** Words of y-codemirror and of CodeMirror: they are in a file that holds a part of the editor, and in no other. */
const MARKS = ['cm-ySelectionCaret', 'cm-announced'];
/** A list of the files of a part that loads on demand, as the bundler writes it. */
const LIST = /\["static\/chunks\/[^\]]*\]/g;

export interface EditorSize {
  /** Bytes of gzipped JavaScript that a window downloads when code is first shown. A language's colours come on top. */
  editor: number;
  /** Files of the room's page that hold a part of the editor: there may be none. */
  before: string[];
}

/** What the editor costs, and whether the page costs nothing of it before. `page`: its files. */
export function editorSize(texts: Chunks, page: readonly string[]): EditorSize {
  const holds = (file: string, mark: string) => texts.get(file)?.includes(mark) === true;
  const lists = [...texts.values()].flatMap((text) =>
    [...text.matchAll(LIST)].map(([list]) => parsed(list).filter((file) => texts.has(file))),
  );
  const ofEditor = lists.filter((files) => MARKS.every((mark) => files.some((file) => holds(file, mark))));
  if (ofEditor.length === 0)
    throw new Error('The build names no part with the editor: there is nothing to measure.');
  const added = ofEditor.map((files) => files.filter((file) => !page.includes(file)));
  return {
    editor: Math.max(...added.map((files) => sum(files.map((file) => texts.get(file) ?? '')))),
    before: page.filter((file) => MARKS.some((mark) => holds(file, mark))),
  };
}

export function editorSizeInWords({ editor, before }: EditorSize): string {
  const kB = (editor / 1024).toFixed(1);
  const most = MOST_EDITOR / 1024;
  const own = before.length === 0 ? 'nothing of it' : `parts of it in ${before.join(', ')}`;
  return `The code editor: ${kB} kB, loaded when code is shown (at most ${most}); before that, the room's page holds ${own}.`;
}

function parsed(list: string): string[] {
  try {
    return [JSON.parse(list)].flat().map(String);
  } catch {
    return [];
  }
}

function sum(files: readonly string[]): number {
  return files.reduce((total, text) => total + gzipSync(text, { level: 9 }).length, 0);
}
