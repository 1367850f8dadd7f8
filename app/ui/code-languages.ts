import type { Language, LanguageSupport } from '@codemirror/language';

type Load = () => Promise<Language | LanguageSupport>;

const script =
  (typescript: boolean): Load =>
  () =>
    import('@codemirror/lang-javascript').then(({ javascript }) => javascript({ typescript, jsx: true }));

const ruby: Load = async () => {
  const [{ StreamLanguage }, mode] = await Promise.all([
    import('@codemirror/language'),
    import('@codemirror/legacy-modes/mode/ruby'),
  ]);
  return StreamLanguage.define(mode.ruby);
};

/** A language with colours. To add one is to add an entry here: lists of languages, editors and code to read all use it. */
interface CodeLanguage {
  /** What packs write after the fence, in lower case. */
  id: string;
  name: string;
  /** Other words for it after a fence. */
  also: readonly string[];
  /** Loads its parser, when a text first needs it. */
  load: Load;
}

export const CODE_LANGUAGES: readonly CodeLanguage[] = [
  { id: 'ruby', name: 'Ruby', also: ['rb'], load: ruby },
  { id: 'typescript', name: 'TypeScript', also: ['ts', 'tsx'], load: script(true) },
  { id: 'javascript', name: 'JavaScript', also: ['js', 'jsx'], load: script(false) },
  {
    id: 'sql',
    name: 'SQL',
    also: ['postgresql'],
    load: () => import('@codemirror/lang-sql').then(({ sql, PostgreSQL }) => sql({ dialect: PostgreSQL })),
  },
  {
    id: 'python',
    name: 'Python',
    also: ['py'],
    load: () => import('@codemirror/lang-python').then(({ python }) => python()),
  },
  {
    id: 'go',
    name: 'Go',
    also: ['golang'],
    load: () => import('@codemirror/lang-go').then(({ go }) => go()),
  },
  {
    id: 'java',
    name: 'Java',
    also: [],
    load: () => import('@codemirror/lang-java').then(({ java }) => java()),
  },
  {
    id: 'yaml',
    name: 'YAML',
    also: ['yml'],
    load: () => import('@codemirror/lang-yaml').then(({ yaml }) => yaml()),
  },
];

/** The parser of a language; null for one without colours, or if it cannot be loaded now. */
export async function readingOf(language: string | null): Promise<Language | LanguageSupport | null> {
  const word = language?.toLowerCase() ?? '';
  const known = CODE_LANGUAGES.find(({ id, also }) => id === word || also.includes(word));
  try {
    return known ? await known.load() : null;
  } catch {
    return null;
  }
}
