import { COLUMNS, type Column } from '../protocol/guide-source';
import { asksOutright } from './asking';
import { labelOf } from './labels';

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:no\.?|nr\.?|n°|№|#|id|s\.?\s?no\.?)$/i],
  [
    'question',
    /^q$|\b(?:questions?|prompts?|fragen?|preguntas?|perguntas?|domand[ae]|vragen?|pytani[ae])\b|вопрос|питання|質問|问题|問題|질문|प्रश्न|سؤال/iu,
  ],
  [
    'weakAnswers',
    /^(?:bad|poor|weak|wrong)(?: (?:answers?|signs?))?$|(?<!\p{L})(?:schlechte|schwache|mauvaises?|mala|ruim)(?!\p{L})/iu,
  ],
  [
    'answer',
    /^(?:a|answers?|(?:sample|model|expected|ideal|correct) answers?|explanations?|back|antwort(?:en)?|réponses?|respuestas?|risposte?|respostas?|antwoord(?:en)?|odpowied(?:ź|zi)|svar|odpověď|ответы?|відповід[ьі]|答案|回答|답변|उत्तर|الإجابة)$|(?<!\p{L})(?:antwort|réponse|éléments attendus|respuesta|resposta|risposta|antwoord|odpowiedź|svar|odpověď)(?!\p{L})|ответ|відповід|参考答案|模範解答|解答/iu,
  ],
  ['code', /^(?:code|snippet|code ?snippet)$/i],
  // Each option has its own column, or one column has all.
  [
    'options',
    /^(?:options?|choices?|alternatives?|optionen|opciones|opções|opzioni|варианты|选项|選択肢)(?:[ _-]?[a-h\d])?$|^[a-f]$/iu,
  ],
  // A criterion is what the question tests; criteria are what a good answer meets.
  [
    'competency',
    /^(?:bereich|kompetenz(?:en)?|domaine|compétences?|competências?|competencias?|argomento|kategoria|categorie|área|область|тема|分野|类别|criterion|kriterium|criterio|critère|критерий|критерій)$/iu,
  ],
  [
    'points',
    /^tips?$|look|listen|\b(?:good|strong|ideal)\b|key points|criteria|expect|signals?|kriterien|worauf|criter|критери|обратить внимание|ポイント|要点/iu,
  ],
];

/** What each column holds, by its head. If no head says which column asks, the cells decide. Null: anything else. */
export function columnsOf(heads: string[], rows: string[][]): (Column | null)[] {
  const named = heads.map((head) => columnNamed(head));
  const first = named.indexOf('question');
  const columns = named.map((column, at) => (column === 'question' && at !== first ? null : column));
  if (first >= 0 && (isHeadOnly(heads[first] ?? '') || share(rows, first, asksOutright) > 0)) return columns;
  const asking = heads.map((_, at) => share(rows, at, asksOutright));
  const most = asking.indexOf(Math.max(...asking, 0));
  if (most < 0 || (asking[most] ?? 0) < 0.5) return first >= 0 ? columns : columns.map(() => null);
  return columns.map((column, at) => (at === most ? 'question' : column === 'question' ? null : column));
}

/** What a column with this head holds; null where the head does not say. */
export function columnNamed(head: string): Column | null {
  const text = head
    .replace(/[*`]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .trim();
  if (/\bquestion (?:type|category|kind|number|no|id|count|level|bank)s?\b/i.test(text)) return null;
  const known = HEADS.find(([, pattern]) => pattern.test(text))?.[0];
  if (known) return known;
  const label = labelOf(text);
  return COLUMNS.find((column) => column === label) ?? null;
}

/** "Question" itself, not a column about questions. */
function isHeadOnly(head: string): boolean {
  return head.trim().split(/\s+/).length <= 3;
}

/** Whether most of a column's cells ask. */
export function mostlyAsks(rows: string[][], at: number): boolean {
  return share(rows, at, asksOutright) > 0.5;
}

function share(rows: string[][], at: number, test: (text: string) => boolean): number {
  const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '' && !/^\d+$/.test(cell));
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}
