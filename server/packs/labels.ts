/** What a labelled part of a question or an exercise is, e.g. `**Follow-ups:**`. */
export type Label =
  | 'why'
  | 'points'
  | 'followUps'
  | 'weakAnswers'
  | 'anchors'
  | 'target'
  | 'level'
  | 'behavioural'
  | 'competency'
  | 'task'
  | 'original'
  | 'issues'
  | 'improved'
  | 'reasons'
  | 'hints'
  | 'notes';

const VOCABULARY: readonly (readonly [Label, RegExp])[] = [
  [
    'why',
    /^why (?:it is|it's|this is|we|is this|is it) asked?$|^why (?:ask|we ask|this question)$|^purpose$/,
  ],
  [
    'points',
    /^(?:key|talking) points$|^(?:a )?(?:good|strong|great|ideal|model|expected|sample) answers?(?: covers)?$|^what good looks like$|^(?:positive|good) signals$|^green flags$|^a(?:nswer)?(?: ?\d{1,3})?$|^(?:(?:what|things) (?:to|we) )?(?:look|listen) for$/,
  ],
  ['followUps', /^follow[- ]?ups?(?: questions?)?$|^probes?$/],
  [
    'weakAnswers',
    /^(?:common )?(?:weak|bad|poor) answers?$|^what bad looks like$|^(?:negative|bad) signals$|^warning signs$|^red flags?$|^(?:common )?(?:mistakes|pitfalls)$/,
  ],
  ['anchors', /^(?:rating |scoring )?anchors$|^(?:scoring )?rubric$/],
  ['target', /^(?:answer )?target(?: time)?$|^(?:time|time ?box|duration)$/],
  ['level', /^(?:level|seniority|difficulty)$/],
  ['behavioural', /^behaviou?ral$/],
  ['competency', /^competency$/],
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
