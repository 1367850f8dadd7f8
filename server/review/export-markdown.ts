import { createTwoFilesPatch } from 'diff';
import { agreementInWords } from '../protocol/agreement-words';
import type { Scorecard, ScorecardAsk } from '../protocol/scorecard';
import { DECISION_NAMES, VERDICT_NAMES } from '../protocol/words';
import { linesInWords } from '../room/rules';

/** One scorecard as Markdown: the card's content, in the order of its page. Times are in UTC. */
export function markdownOf(card: Scorecard): string {
  const name: NameOf = (memberId) =>
    memberId === null
      ? 'A panelist'
      : plain(card.people.find((person) => person.memberId === memberId)?.name ?? 'Somebody');
  const sections = [
    head(card, name),
    headline(card, name),
    feedback(card, name),
    decision(card, name),
    verdicts(card, name),
    competencies(card),
    agreement(card),
    reflection(card),
    ...card.asks.map((ask) => askSection(card, ask, name)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

type NameOf = (memberId: string | null) => string;

function head(card: Scorecard, name: NameOf): string {
  const named = (role: string) =>
    card.people.filter((person) => person.role === role).map(({ memberId }) => name(memberId));
  const observers = named('observer');
  return [
    `# ${name(card.candidateId)}: ${plain(card.room.title)}`,
    '',
    `- Over: ${iso(card.round.overAt)}`,
    `- Published: ${card.round.publishedAt === null ? 'no' : iso(card.round.publishedAt)}`,
    `- Pack: ${plain(card.pack.title)}`,
    `- ${kindInWords(card)}`,
    `- Panel: ${named('panelist').join(', ') || 'nobody'}`,
    ...(observers.length > 0 ? [`- Observing: ${observers.join(', ')}`] : []),
    '',
    'One round is not a verdict on a person.',
  ].join('\n');
}

function kindInWords({ room, round }: Scorecard): string {
  if (room.format === 'alone') return 'Practised alone, rated by themselves';
  if (room.format === 'simulated') return 'Simulated, made up to show how a panel works';
  return `Format: ${room.format}, round ${round.no}`;
}

function headline(card: Scorecard, name: NameOf): string {
  const { headline: of } = card;
  if (!of) return '## Ratings\n\nThe ratings of this round are not shared with you.';
  return [
    '## Ratings',
    '',
    `First ratings: ${score(of.first)} (${of.ratings} in all). After talking: ${score(of.second)}.`,
    ...(card.self === null ? [] : ['', `The candidate’s own ratings: ${score(card.self)}.`]),
    ...(of.people.length > 0 ? [''] : []),
    ...of.people.map(({ memberId, first, second }) =>
      first === null
        ? `- ${name(memberId)}: not assessed`
        : `- ${name(memberId)}: ${score(first)}, then ${score(second)}`,
    ),
  ].join('\n');
}

function feedback(card: Scorecard, name: NameOf): string {
  if (!card.feedback) return '';
  const { summary, given, opened } = card.feedback;
  const said = (title: string, text: (one: (typeof given)[number]) => string) =>
    titled(
      title,
      given.filter((one) => text(one).trim()).map((one) => `- ${name(one.memberId)}: ${plain(text(one))}`),
    );
  return [
    '## Feedback',
    ...(opened ? [] : ['Yours alone until the scorecard is published.']),
    ...(summary === null ? [] : [quoted(summary)]),
    ...said('Keep doing', ({ keepDoing }) => keepDoing),
    ...said('Work on next', ({ workOn }) => workOn),
  ].join('\n\n');
}

function decision(card: Scorecard, name: NameOf): string {
  if (!card.decision) return '';
  const { decision: decided, why, by, at, dissent } = card.decision;
  return [
    '## Decision, for the panel alone',
    `${DECISION_NAMES[decided]}, recorded by ${name(by)} at ${iso(at)}.`,
    ...(why ? [quoted(why)] : []),
    ...(dissent.length > 0 ? [`Dissent: ${dissent.map(name).join(', ')}.`] : []),
  ].join('\n\n');
}

function agreement({ agreement: of }: Scorecard): string {
  return of ? ['## How far the panel agreed', agreementInWords(of).join(' ')].join('\n\n') : '';
}

function verdicts(card: Scorecard, name: NameOf): string {
  if (!card.verdicts || card.verdicts.given.length === 0) return '';
  const given = card.verdicts.given.map(
    ({ memberId, verdict, rationale }) =>
      `- ${name(memberId)}: ${VERDICT_NAMES[verdict].toLowerCase()}${rationale ? `. ${plain(rationale)}` : ''}`,
  );
  return ['## Verdicts', '', ...given].join('\n');
}

function competencies(card: Scorecard): string {
  const rows = card.competencies.map(({ title, asks, scores, points, self }) => {
    const marks = points ? `${points.heard} / ${points.partial} / ${points.missed}` : '';
    const cells = [plain(title), asks, scores ? score(scores.first) : '', scores ? score(scores.second) : ''];
    return `| ${[...cells, self === null ? '' : score(self), marks].join(' | ')} |`;
  });
  return [
    '## Competencies',
    '',
    '| Competency | Asked | First mean | Second mean | Own | Heard / partial / missed |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function reflection(card: Scorecard): string {
  if (!card.reflection) return '';
  const { text, shared } = card.reflection;
  return `## Reflection\n\n${shared ? '' : 'Only you see this.\n\n'}${quoted(text)}`;
}

function askSection(card: Scorecard, ask: ScorecardAsk, name: NameOf): string {
  const ratings = (ask.panel?.ratings ?? []).map(({ memberId, first, second }) => {
    const then = second ? `, then ${value(second.value)}` : '';
    return `- ${name(memberId)}: ${first ? value(first.value) : 'no rating'}${then}`;
  });
  const points = (ask.points ?? []).map(
    ({ text, panel }) => `- ${panel ? `**${panel}**: ` : ''}${plain(text)}`,
  );
  const evidence = ask.evidence.map(
    ({ memberId, text, atMs }) => `- ${clock(atMs)} ${name(memberId)}: ${plain(text)}`,
  );
  return [
    `## ${ask.no}. ${plain(ask.title ?? ask.prompt)}`,
    ...(ask.title === null ? [] : [plain(ask.prompt)]),
    `Asked by ${name(ask.askedBy)}. ${ask.status === 'skipped' ? 'Skipped.' : `${clock(ask.usedMs)} of ${clock(ask.targetMs)}.`}`,
    ...ask.followUps.map(({ text }) => `Follow-up: ${plain(text)}`),
    ...(ask.panel?.mean == null
      ? []
      : [`Mean ${score(ask.panel.mean)}${ask.panel.flagged ? ', far apart' : ''}.`]),
    ...titled('Ratings', ratings),
    ...(ask.self ? [`${name(card.candidateId)}’s own rating: ${value(ask.self.value)}.`] : []),
    ...titled(ask.kind === 'exercise' ? 'Planted issues' : 'Key points', points),
    ...code(ask, name),
    ...titled('Shared notes', evidence),
    ...mine(ask),
  ].join('\n\n');
}

const RUN = { review: 'Reviewed aloud, then one fix.', rewrite: 'Rewritten.' } as const;

function code({ code: of }: ScorecardAsk, name: NameOf): string[] {
  if (!of) return [];
  const finds = (of.finds ?? []).map(
    ({ memberId, text, lines, atMs }) =>
      `- ${clock(atMs)} ${name(memberId)}${lines ? `, ${linesInWords(lines)}` : ''}: ${plain(text)}`,
  );
  return [
    ...(of.mode === null || of.original === '' ? [] : [RUN[of.mode]]),
    ...titled('Checks', of.checks ? [`- ${of.checks.passed} of ${of.checks.of} passed at the last run`] : []),
    ...titled(
      'Hints used',
      of.hints.map(({ no, text, atMs }) => `- ${clock(atMs)} hint ${no}: ${plain(text)}`),
    ),
    ...titled('Found besides the planted issues', finds),
    ...(of.text === null ? [] : ['### The code at the end', fenced(of.text, of.language)]),
    ...(of.text === null || of.text === of.original
      ? []
      : ['### What changed', fenced(diffOf(of.original, of.text), 'diff')]),
  ];
}

/** As a unified diff, without names of files. */
function diffOf(before: string, after: string): string {
  const [, ...hunks] = createTwoFilesPatch('', '', before, after, '', '', { context: 3 }).split(/^(?=@@)/m);
  return hunks.join('').replaceAll('\\ No newline at end of file\n', '');
}

/** In a fence longer than any in the code. */
function fenced(text: string, language: string | null): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language ?? ''}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function mine({ mine: own, evidence }: ScorecardAsk): string[] {
  if (!own) return [];
  const notes = own.notes
    .filter(({ noteId }) => !evidence.some((shared) => shared.noteId === noteId))
    .map(({ text, atMs }) => `- ${clock(atMs)} ${plain(text)}`);
  return titled('My own notes', notes);
}

const titled = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];
const iso = (ms: number) => new Date(ms).toISOString();
const score = (mean: number | null) => (mean === null ? 'not assessed' : mean.toFixed(1));
const value = (given: number | null) => (given === null ? 'not assessed' : String(given));
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What people typed, on one line and with Markdown's marks escaped. */
const plain = (text: string) => escaped(text.trim().replaceAll(/\s+/g, ' '));
const escaped = (text: string) => text.replaceAll(/([\\`*_[\]<>#|])/g, '\\$1');
