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

/** By the language after a pack's fence, in lower case. Each language loads when a text needs it. */
const LANGUAGES: Record<string, { name: string; load: Load }> = {
  ruby: { name: 'Ruby', load: ruby },
  typescript: { name: 'TypeScript', load: script(true) },
  javascript: { name: 'JavaScript', load: script(false) },
  sql: {
    name: 'SQL',
    load: () => import('@codemirror/lang-sql').then(({ sql, PostgreSQL }) => sql({ dialect: PostgreSQL })),
  },
  python: { name: 'Python', load: () => import('@codemirror/lang-python').then(({ python }) => python()) },
  go: { name: 'Go', load: () => import('@codemirror/lang-go').then(({ go }) => go()) },
  java: { name: 'Java', load: () => import('@codemirror/lang-java').then(({ java }) => java()) },
  yaml: { name: 'YAML', load: () => import('@codemirror/lang-yaml').then(({ yaml }) => yaml()) },
};

const SHORT: Record<string, string> = {
  rb: 'ruby',
  ts: 'typescript',
  tsx: 'typescript',
  js: 'javascript',
  jsx: 'javascript',
  postgresql: 'sql',
  py: 'python',
  golang: 'go',
  yml: 'yaml',
};

/** The languages with colours, by their name in a pack. */
export const CODE_LANGUAGES = Object.entries(LANGUAGES).map(([id, { name }]) => ({ id, name }));

/** The parser of a language; null for one without colours, or if it cannot be loaded now. */
export async function readingOf(language: string | null): Promise<Language | LanguageSupport | null> {
  const word = language?.toLowerCase() ?? '';
  const known = LANGUAGES[SHORT[word] ?? word];
  try {
    return known ? await known.load() : null;
  } catch {
    return null;
  }
}
