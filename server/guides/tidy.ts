import type { Exercise, Group, Pack, Question } from '../protocol/pack';
import { fenced } from './fences';
import { toSlug } from './ids';
import { readPack } from './read-pack';

/**
 * A pack as Markdown in the documented form, which reads back as the same pack, ids included. It writes only the ids
 * that the author wrote (`named`), because a kept pack's next version follows its questions by their text. It writes
 * all ids if the reader would make up others.
 */
export function tidyPack(pack: Pack, named: readonly string[]): string {
  const brief = toMarkdown(pack, new Set(named));
  const again = readPack(brief).pack;
  const same = again && idsOf(again) === idsOf(pack);
  return same ? brief : toMarkdown(pack, new Set([...pack.questions, ...pack.exercises].map(({ id }) => id)));
}

function idsOf({ id, groups, questions, exercises }: Pack): string {
  const sorted = [groups, questions, exercises].map((all) => all.map((one) => one.id).sort());
  return JSON.stringify([id, ...sorted]);
}

function toMarkdown(pack: Pack, named: ReadonlySet<string>): string {
  const loose = pack.exercises.filter(({ groupId }) => groupId === null);
  const parts = [
    frontMatter(pack),
    `# ${inline(pack.title)}`,
    // Above the brief, whose last part would take them.
    ...pack.notes.map(note),
    pack.brief.length > 0 ? ['## Brief', ...pack.brief.map(briefPart)].join('\n\n') : '',
    ...pack.groups.map((group) => groupText(group, pack, named)),
    loose.length > 0 ? ['## Exercises', ...loose.map((item) => exerciseText(item, named))].join('\n\n') : '',
    pack.tips.length > 0 ? ['## Checklist', list(pack.tips.map(pointText))].join('\n\n') : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function frontMatter({ id, title, groups }: Pack): string {
  const weights = groups.flatMap(({ id: group, weight, weightReason }) =>
    weightReason === null
      ? []
      : [`  ${JSON.stringify(group)}: { weight: ${weight}, reason: ${JSON.stringify(weightReason)} }`],
  );
  const settings = [
    ...(id === toSlug(title) ? [] : [`id: ${id}`]),
    ...(weights.length > 0 ? ['weights:', ...weights] : []),
  ];
  return settings.length === 0 ? '' : ['---', ...settings, '---'].join('\n');
}

function briefPart({ title, lines }: Pack['brief'][number]): string {
  return [`### ${inline(title)}`, ...lines.map(inline)].join('\n\n');
}

function groupText(group: Group, pack: Pack, named: ReadonlySet<string>): string {
  const { definition, id, title, notes } = group;
  const parts = [
    `## ${inline(title)}${id === toSlug(title) ? '' : ` {#${id}}`}`,
    ...notes.map(note),
    ...(definition
      ? [
          definition.is === null ? '' : `**What it is:** ${inline(definition.is)}`,
          definition.isNot === null ? '' : `**What it is not:** ${inline(definition.isNot)}`,
          labelled('Signs', definition.signs.map(inline)),
          labelled('Contaminated by', definition.contaminants.map(inline)),
        ]
      : []),
    ...pack.questions.filter(({ groupId }) => groupId === id).map((item) => questionText(item, named)),
    ...pack.exercises.filter(({ groupId }) => groupId === id).map((item) => exerciseText(item, named)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function questionText(item: Question, named: ReadonlySet<string>): string {
  const [prompt = '', ...options] = item.prompt.split('\n');
  const parts = [
    `**Q: ${inline(prompt)}**${idMark(item, named)}`,
    item.code ? `**Code:**\n\n${fenced(item.code.text, item.code.language)}` : '',
    list(options.map(inline)),
    list(item.points.map(pointText)),
    item.answer === null ? '' : `**Answer:**\n\n${prose(item.answer)}`,
    item.why === null ? '' : `**Why it is asked:** ${inline(item.why)}`,
    labelled('Facts', item.facts.map(inline)),
    labelled(
      'By when',
      item.milestones.map(({ atSeconds, text }) => `${clock(atSeconds)}: ${inline(text)}`),
    ),
    followUps(item),
    labelled('Weak answers', item.weakAnswers.map(inline)),
    ...shared(item),
    facts([
      ['Level', item.level],
      ['Target', item.targetSeconds === null ? null : clock(item.targetSeconds)],
      ['Behavioural', item.behavioural ? 'yes' : null],
      ['Classic', item.classic ? 'yes' : null],
      ['Tags', item.tags.length > 0 ? item.tags.join(', ') : null],
    ]),
    ...endOf(item),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function exerciseText(item: Exercise, named: ReadonlySet<string>): string {
  const code = (label: string, text: string | null, language: string | null) =>
    text === null ? '' : `**${label}:**\n\n${fenced(text, language)}`;
  const mark = ({ severity, lines }: Exercise['points'][number]) => {
    const said = [severity, lines.length > 0 ? `lines ${lines.join(', ')}` : null].filter(
      (part) => part !== null,
    );
    return said.length > 0 ? `[${said.join(', ')}] ` : '';
  };
  const parts = [
    `### Exercise: ${inline(item.title)}${idMark(item, named)}`,
    item.prompt === item.title ? '' : `**Task:** ${inline(item.prompt)}`,
    code('Original Code', item.original, item.language),
    labelled(
      'Issues',
      item.points.map((point) => mark(point) + pointText(point)),
    ),
    code('Improved Version', item.improved, item.language),
    labelled('Why it matters', item.reasons.map(pointText)),
    labelled('Hints', item.hints.map(inline)),
    item.afterHint === null ? '' : `**After a hint:** ${inline(item.afterHint)}`,
    code('Data', item.checks?.data ?? null, 'sql'),
    code('Checks (shown)', item.checks?.shown ?? null, item.language),
    code('Checks (hidden)', item.checks?.hidden ?? null, item.language),
    followUps(item),
    ...shared(item),
    facts([
      ['Level', item.level],
      ['Target', item.targetSeconds === null ? null : clock(item.targetSeconds)],
      ['Tags', item.tags.length > 0 ? item.tags.join(', ') : null],
    ]),
    ...endOf(item),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function idMark({ id }: Question | Exercise, named: ReadonlySet<string>): string {
  return named.has(id) ? ` {#${id}}` : '';
}

function shared({ anchors, samples, points }: Question | Exercise): string[] {
  const places = (ids: string[]) =>
    ids.map((id) => points.findIndex((point) => point.id === id) + 1).join(', ');
  const steps = (['1', '2', '3', '4', '5'] as const).flatMap((step) => {
    const text = anchors?.[step];
    return text ? [`${step}: ${inline(text)}`] : [];
  });
  return [
    labelled('Anchors', steps),
    ...samples.map(({ rating, text, heard, partial, notHigher, notLower }) => {
      const said = [
        heard.length > 0 ? `Heard: ${places(heard)}` : null,
        partial.length > 0 ? `Partial: ${places(partial)}` : null,
        notHigher === null ? null : `Not higher: ${inline(notHigher)}`,
        notLower === null ? null : `Not lower: ${inline(notLower)}`,
      ].filter((part) => part !== null);
      const speech = text
        .split('\n\n')
        .map((part) => `> ${inline(part)}`)
        .join('\n>\n');
      return [`**Sample answer (${rating}):**`, speech, list(said)]
        .filter((part) => part !== '')
        .join('\n\n');
    }),
  ];
}

function endOf({ notWith, notes }: Question | Exercise): string[] {
  return [
    notWith.length > 0 ? `**Not with:** ${notWith.join(', ')}` : '',
    notes.length > 0 ? ['**Notes:**', ...notes.map(note)].join('\n\n') : '',
  ];
}

function followUps({ followUps: all }: Question | Exercise): string {
  return labelled(
    'Follow-ups',
    all.map(({ text, when, facts: said }) =>
      [
        inline(text),
        when === null ? null : `_When: ${inline(when)}_`,
        said === null ? null : `_Facts: ${inline(said)}_`,
      ]
        .filter((part) => part !== null)
        .join(' '),
    ),
  );
}

function pointText({ text, context }: { text: string; context: string | null }): string {
  return context === null ? inline(text) : `${inline(text)} _Context: ${inline(context)}_`;
}

function labelled(label: string, items: string[]): string {
  return items.length === 0 ? '' : `**${label}:**\n\n${list(items)}`;
}

function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function facts(all: [label: string, value: string | null][]): string {
  return all
    .flatMap(([label, value]) => (value === null ? [] : [`**${label}:** ${inline(value)}`]))
    .join(' · ');
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A note in a fence, so that nothing in it is read as a question. */
function note(text: string): string {
  return fenced(text, 'text');
}

function prose(text: string): string {
  return text
    .split(/(```\w*\n[\s\S]*?\n```)/)
    .map((part) => (part.startsWith('```') ? part : part.split('\n\n').map(inline).join('\n\n')))
    .join('');
}

/** Escapes what Markdown would read as a mark; code keeps its backticks. */
function inline(text: string): string {
  const [first = '', ...rest] = text.trim().split(/(`[^`]*`)/);
  const escaped = (part: string) => part.replace(/[\\*_]/g, '\\$&').replace(/<(?=[a-z/!])/gi, '&lt;');
  const start = escaped(first)
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^[#>+~|-]/, '\\$&');
  return [start, ...rest.map((part, at) => (at % 2 === 0 ? part : escaped(part)))].join('');
}
