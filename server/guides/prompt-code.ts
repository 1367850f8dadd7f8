import type { BlockOf } from './blocks';
import type { QuestionDraft } from './drafts';
import type { Ledger } from './ledger';

/** Words of a prompt that the code below belongs to. */
const SHOWS_CODE =
  /\boutput\b|\b(?:following|this|below|above)\b.*\b(?:code|snippet|program|function|query|example)\b|\b(?:code|snippet|program|query) (?:below|above)\b|\b(?:does|will|would) (?:this|the following|it) (?:print|log|return|do|output)\b|\bprints?\b|ausgabe|affiche|imprime|выведет|вывод|输出|出力|출력/iu;

/** Characters of the code in a prompt. */
const CODE = 16_000;

export const showsCode = (prompt: string) => SHOWS_CODE.test(prompt);

/** The code that the candidate sees. Code too long for their screen goes to the panel. */
export function promptCode(
  block: BlockOf<'code'>,
  ledger: Ledger,
): { code: QuestionDraft['code']; rest: BlockOf<'code'> | null } {
  const { value, language } = block;
  const end = value.length > CODE ? value.lastIndexOf('\n', CODE) : value.length;
  const code = { language: language?.slice(0, 40) ?? null, text: value.slice(0, end) };
  if (end === value.length) return { code, rest: null };
  ledger.doubt(
    block,
    'long-code',
    `The code of a question can have ${CODE.toLocaleString('en')} characters. The rest is in its answer.`,
    ['leave-out'],
  );
  return { code, rest: { ...block, value: value.slice(end + 1) } };
}
