import { plain, type Run, runsFrom, written } from './runs';

/** The kinds of labelled parts of a question, an exercise or a competency, such as `**Follow-ups:**`. */
export type Label =
  | 'question'
  | 'why'
  | 'points'
  | 'followUps'
  | 'weakAnswers'
  | 'anchors'
  | 'sample'
  | 'target'
  | 'level'
  | 'tags'
  | 'classic'
  | 'notWith'
  | 'behavioural'
  | 'competency'
  | 'facts'
  | 'milestones'
  | 'task'
  | 'original'
  | 'issues'
  | 'improved'
  | 'reasons'
  | 'hints'
  | 'afterHint'
  | 'checksShown'
  | 'checksHidden'
  | 'data'
  | 'is'
  | 'isNot'
  | 'signs'
  | 'contaminants'
  | 'notes'
  /** A heading within an answer that is not a label of the format. */
  | 'within';

/** Labels whose value is one line: the lines below are not theirs. */
export const ONE_LINE: readonly Label[] = [
  'target',
  'level',
  'behavioural',
  'competency',
  'tags',
  'classic',
  'notWith',
];

const VOCABULARY: readonly (readonly [Label, RegExp])[] = [
  [
    'question',
    /^(?:interview )?question(?: ?\d{1,3})?$|^(?:ask|(?:primary|main|lead|core|opening) question|question asked|ask the candidate|prompt (?:to|for) (?:the )?candidate|interviewer(?: asks)?|read (?:this )?(?:out |aloud )?to (?:the )?candidate)$|^frage$|^pregunta$|^pergunta$|^domanda$|^вопрос$|^питання$|^質問$|^问题$|^질문$/,
  ],
  ['sample', /^sample answer \([1-5]\)$/],
  [
    'why',
    /^why (?:it is|it's|this is|we|is this|is it) asked?$|^why (?:ask|we ask|this question)$|^(?:purpose|intent|rationale|what (?:it|this) tests)$/,
  ],
  [
    'points',
    /^(?:key|talking|main) points$|^(?:a )?(?:good|strong|great|ideal|model|expected|sample|suggested|correct|best|possible|example|short)(?: sample)? (?:answers?|responses?|signs?)(?: covers)?$|^what (?:good|great|strong) looks like$|^what (?:a|the) (?:good|great|strong|ideal) (?:answer|candidate|response) (?:has|covers|says|includes|does|mentions|looks like)$|^(?:positive|good|strong) (?:signals|signs|indicators)$|^green flags?$|^a(?:nswer)?(?: ?\d{1,3}| \([^()]{1,20}\))?$|^answers$|^(?:(?:what|things) (?:to|we|i) )?(?:look|listen|watch)(?:ing|s)? for$|^what (?:you want|i want|we want) to hear$|^(?:expected )?output$|^(?:must|nice|good|should)[- ](?:to[- ])?haves?$|^explanation$|^(?:erklärung|explication|explicación|spiegazione|explicação|объяснение|пояснення|解説|解释|解析|해설|설명)$|^(?:antwort|musterantwort|erwartung|erwartete antwort|réponse attendue|respuesta esperada|resp\.?|resposta esperada|réponse|respuesta|risposta|resposta|antwoord|odpowiedź|ответ|відповідь|答案|答え|答|回答|解答|답변|답|उत्तर|الإجابة|الجواب)$/,
  ],
  [
    'followUps',
    /^follow[- ]?ups?(?: questions?)?$|^(?:probes?|probing questions?|clarifying questions?|rückfragen|nachfragen|zusatzfragen|relances?|repreguntas|дополнительные вопросы|追加質問|追问)$/,
  ],
  [
    'weakAnswers',
    /^(?:common )?(?:weak|bad|poor|wrong) (?:answers?|responses?|signs?)$|^what (?:bad|poor|weak) looks like$|^(?:negative|bad|weak) (?:signals|signs|indicators)$|^warning signs?$|^red flags?$|^(?:common )?(?:mistakes|pitfalls)$/,
  ],
  ['anchors', /^(?:rating |scoring )?anchors$|^(?:scoring )?rubric$/],
  ['target', /^(?:answer )?target(?: time)?$|^(?:time|time ?box|duration)$/],
  [
    'level',
    /^(?:level|seniority|difficulty|schwierigkeit|dificultad|dificuldade|difficulté|difficoltà|zorluk|niveau|nivel|уровень|难度|難易度)$/,
  ],
  ['tags', /^(?:tags?|keywords?)$/],
  ['classic', /^classic$/],
  ['notWith', /^not with$/],
  ['behavioural', /^behaviou?ral$/],
  [
    'competency',
    /^(?:competency|category|topic|skill|area|kategorie|thema|thème|tema|categoría|catégorie|categoria|категория|категорія|分类|カテゴリー?)$/,
  ],
  ['facts', /^facts$/],
  ['milestones', /^by when$/],
  ['task', /^(?:task|prompt|instructions?)$/],
  ['original', /^(?:original|starting|initial|given|bad)(?: (?:code|version))?$|^before$|^code$/],
  ['issues', /^(?:planted )?(?:issues|problems|flaws|bugs)$|^what(?: is|'s) wrong$/],
  [
    'improved',
    /^(?:improved|better|fixed|reference|good)(?: (?:code|version|solution))?$|^after$|^solution$/,
  ],
  [
    'reasons',
    /^why (?:it|this) (?:matters|works|is better)$|^why$|^reasons?$|^what (?:it|this|each change) buys(?: and costs)?$/,
  ],
  ['hints', /^hints?$/],
  ['afterHint', /^after a hint$/],
  ['checksShown', /^checks \(shown\)$/],
  ['checksHidden', /^checks \(hidden\)$/],
  ['data', /^data$/],
  ['is', /^what it is$/],
  ['isNot', /^what it is not$/],
  ['signs', /^signs$/],
  ['contaminants', /^contaminated by$/],
  ['notes', /^notes?$/],
];

/** The label that these words name (a colon may follow them), or null. */
export function labelOf(text: string): Label | null {
  const words = text
    .replace(/[:：]\s*$/, '')
    .replace(/[’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (words.length > 40) return null;
  return VOCABULARY.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** What words of a label mean where no whole label is known: below a question, `What this reveals:` says why it is asked. */
const MEANINGS: readonly (readonly [Label, RegExp])[] = [
  ['followUps', /follow[- ]?up|\bprob(?:e|es|ing)\b|\bpush\b|dig deeper|追问|꼬리/iu],
  [
    'weakAnswers',
    /\b(?:red flags?|weak\w*|poor|bad|wrong|anti-?patterns?|mistakes?|pitfalls?|avoid|don[’']?ts?|concerns?|warnings?)\b/iu,
  ],
  [
    'points',
    /\b(?:answers?|responses?|look(?:ing)?|listen(?:ing)?|good|strong|great|ideal|green flags?|best practices|approach|solution|key points|expect\w*|signals?|indicators?)\b|答案|回答|解答|답변|ответ|respuesta|réponse|resposta|risposta|antwort/iu,
  ],
  ['why', /\b(?:why|purpose|intent\w*|goals?|reveals?|tests?|assess\w*|measures?|evaluat\w*|indication)\b/iu],
];

export function meaningOf(text: string): Label | null {
  if (text.length > 40 || /[?？؟]|\bquestions\b/iu.test(text)) return null;
  return MEANINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Labels that may open a line without bold. The others are also ordinary words. */
const PLAIN: readonly Label[] = [
  'question',
  'points',
  'followUps',
  'weakAnswers',
  'competency',
  'level',
  'tags',
];

/** `Answer: …` in plain words at the start of a line, and where its value begins. */
export function plainLabelOf(line: string): { label: Label; title: string; to: number } | null {
  const found = /^\s*([^\s:：][^:：\n]{0,40}?)\s*[:：]\s*/.exec(line);
  const label = found ? labelOf(found[1] ?? '') : null;
  return found && label && PLAIN.includes(label)
    ? { label, title: tidyTitle(found[1] ?? ''), to: found[0].length }
    : null;
}

function tidyTitle(text: string): string {
  return `${text.trim()}:`;
}

/** Labels that an item of a list may begin with, among the key points of a question. */
const IN_ITEMS: readonly Label[] = [
  'points',
  'why',
  'followUps',
  'weakAnswers',
  'anchors',
  'target',
  'level',
  'tags',
  'behavioural',
];

/** `- **Look for:** a plan`, or the same without bold, where the label is one of a question's. */
export function labelledItem({
  runs,
}: {
  runs: Run[];
}): { label: Label; title: string; value: Run[] } | null {
  const text = written(runs);
  const found = /^\s*([^:：\n]{1,42}?)\s*[:：]\s*/.exec(text);
  const label = labelOf(found?.[1] ?? (runs[0]?.style === 'strong' ? plain(runs) : ''));
  if (!label || !IN_ITEMS.includes(label)) return null;
  const bold = runs[0]?.style === 'strong';
  if (!bold && label !== 'points' && label !== 'weakAnswers' && label !== 'followUps') return null;
  return { label, title: (found?.[1] ?? text).trim(), value: found ? runsFrom(runs, found[0].length) : [] };
}
