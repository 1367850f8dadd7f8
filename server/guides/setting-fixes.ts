import { type Document, isMap, parseDocument } from 'yaml';
import type { Span } from './blocks';
import type { Rewriting } from './fixes';

/** The front matter without one setting, or nothing if no setting remains. */
export function withoutSetting(frontMatter: Span, path: readonly string[]): Rewriting {
  return changed('leave-out', frontMatter, (document) => {
    document.deleteIn(path);
    const holder = path.slice(0, -1);
    const rest = holder.length > 0 ? document.getIn(holder) : null;
    if (isMap(rest) && rest.items.length === 0) document.deleteIn(holder);
  });
}

/** The setting under another name. */
export function withSettingNamed(frontMatter: Span, path: readonly string[], name: string): Rewriting {
  const rewriting = changed('group', frontMatter, (document) => {
    const value = document.getIn(path, true);
    document.deleteIn(path);
    document.setIn([...path.slice(0, -1), name], value);
  });
  return { ...rewriting, name };
}

/** Moves invalid YAML, word for word, into a fence below the title. */
export function asFence({ line, end }: Span): Rewriting {
  const write = (text: string) => ['```yaml', ...text.split('\n').slice(1, -1), '```'].join('\n');
  return { kind: 'note', span: { line, end }, write };
}

function changed(
  kind: Rewriting['kind'],
  { line, end }: Span,
  change: (document: Document) => void,
): Rewriting {
  const write = (text: string) => {
    const lines = text.split('\n');
    const document = parseDocument(lines.slice(1, -1).join('\n'), { prettyErrors: false, logLevel: 'error' });
    change(document);
    if (!isMap(document.contents) || document.contents.items.length === 0) return '';
    return [lines[0], document.toString({ lineWidth: 0 }).trimEnd(), lines.at(-1)].join('\n');
  };
  return { kind, span: { line, end }, write };
}
