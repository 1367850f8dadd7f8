import { createTwoFilesPatch } from 'diff';
import { markWords } from '../protocol/mark-words';
import type { Scorecard, ScorecardAsk, ScorecardPanel, ScorecardPoint } from '../protocol/scorecard';
import { MARKS, STAR_LETTERS, STAR_NAMES } from '../protocol/words';
import { linesInWords, listed } from '../room/rules';
import { clock, fenced, type NameOf, plain, score, titled, value } from './markdown-text';

/** One question of a scorecard, as Markdown. */
export function askSection(card: Scorecard, ask: ScorecardAsk, name: NameOf): string {
  const competency = card.competencies.find(({ groupId }) => groupId === ask.groupId)?.title;
  const time = ask.status === 'skipped' ? 'Skipped' : `${clock(ask.usedMs)} of ${clock(ask.targetMs)}`;
  return [
    `## ${ask.no}. ${plain(ask.title ?? ask.prompt)}`,
    ...(ask.title === null ? [] : [plain(ask.prompt)]),
    `${competency ? `${plain(competency)}. ` : ''}Asked by ${name(ask.askedBy)}. ${time}.`,
    ...ask.followUps.map(({ text }) => `Follow-up: ${plain(text)}`),
    ...(ask.panel ? panelOf(ask.panel) : []),
    ...titled(
      'Ratings',
      (ask.panel?.ratings ?? []).map((rating) => ratingLine(rating, name)),
    ),
    ...(ask.self ? [`${name(card.candidateId)}’s own rating: ${value(ask.self.value)}.`] : []),
    ...titled(
      ask.kind === 'exercise' ? 'Planted issues' : 'Key points',
      (ask.points ?? []).flatMap((point) => pointLines(ask, point, name)),
    ),
    ...code(ask, name),
    ...reference(ask),
    ...titled(
      'Shared notes',
      ask.evidence.map(({ memberId, text, atMs }) => `- ${clock(atMs)} ${name(memberId)}: ${plain(text)}`),
    ),
    ...mine(ask, card.viewer.role === 'observer'),
  ].join('\n\n');
}

const CAUSES: Record<NonNullable<ScorecardPanel['cause']>, string> = {
  'heard-differently': ' They heard different things.',
  'weighed-differently': ' They heard the same and weigh it differently.',
};

function panelOf({ mean, secondMean, range, ad, flagged, cause }: ScorecardPanel): string[] {
  const means = mean === null ? [] : [`Mean ${score(mean)}, ${score(secondMean)} after talking.`];
  if (range === null || ad === null) return means;
  const apart = flagged ? `, far apart.${cause ? CAUSES[cause] : ''}` : '.';
  return [...means, `Range ${range}, average deviation ${ad.toFixed(2)}${apart}`];
}

function ratingLine({ memberId, first, second }: ScorecardPanel['ratings'][number], name: NameOf): string {
  const late = typeof first?.value !== 'number' && typeof second?.value === 'number';
  const then = second
    ? `, then ${value(second.value)}${late ? ' (only after the reveal: in no mean)' : ''}`
    : '';
  return `- ${name(memberId)}: ${first ? value(first.value) : 'no rating'}${then}`;
}

function pointLines({ kind }: ScorecardAsk, point: ScorecardPoint, name: NameOf): string[] {
  const { text, severity, context, panel, disputed, heardAtMs, ticks } = point;
  const words = markWords(kind);
  const at = heardAtMs === null ? '' : `, first ${words.heard} at ${clock(heardAtMs)}`;
  const differ = MARKS.flatMap((mark) => {
    const people = ticks.filter((tick) => tick.mark === mark).map(({ memberId }) => name(memberId));
    return people.length > 0 ? [`${listed(people)} ${words[mark]}`] : [];
  });
  return [
    `- ${panel ? `**${words[panel]}**${at}: ` : ''}${plain(text)}${severity ? ` (${severity})` : ''}`,
    ...(disputed ? [`  - ${kind === 'exercise' ? 'Found' : 'Heard'} differently: ${differ.join('; ')}`] : []),
    ...(context ? [`  - Why: ${plain(context)}`] : []),
  ];
}

const RUN = { review: 'Reviewed aloud, then one fix.', rewrite: 'Rewritten.' } as const;

function code({ code: of }: ScorecardAsk, name: NameOf): string[] {
  if (!of) return [];
  const finds = (of.finds ?? []).map(
    ({ memberId, text, lines, atMs }) =>
      `- ${clock(atMs)} ${name(memberId)}${lines ? `, ${linesInWords(lines)} at that time` : ''}: ${plain(text)}`,
  );
  return [
    ...(of.mode === null ? [] : [of.original === '' ? 'Written from nothing.' : RUN[of.mode]]),
    ...titled('Checks', of.checks ? [checksLine(of.checks)] : []),
    ...titled(
      'Hints used',
      of.hints.map(({ no, text, atMs }) => `- ${clock(atMs)} hint ${no}: ${plain(text)}`),
    ),
    ...titled(
      'Who else could write',
      of.pens.map(
        ({ memberId, fromMs, untilMs }) => `- ${clock(fromMs)} to ${clock(untilMs)} ${name(memberId)}`,
      ),
    ),
    ...titled('Found besides the planted issues', finds),
    ...(of.text === null && of.original ? ['### The code', fenced(of.original, of.language)] : []),
    ...(of.text === null ? [] : ['### The code at the end', fenced(of.text, of.language)]),
    ...(of.text === null || of.text === of.original
      ? []
      : ['### What changed', fenced(diffOf(of.original, of.text), 'diff')]),
  ];
}

const checksLine = ({ passed, of, runs }: NonNullable<NonNullable<ScorecardAsk['code']>['checks']>) =>
  `- ${passed} of ${of} passed${runs > 1 ? ` at the last of ${runs} runs` : ''}`;

/** As a unified diff, without names of files. */
function diffOf(before: string, after: string): string {
  const [, ...hunks] = createTwoFilesPatch('', '', before, after, '', '', { context: 3 }).split(/^(?=@@)/m);
  return hunks.join('').replaceAll('\\ No newline at end of file\n', '');
}

function reference({ reference: of }: ScorecardAsk): string[] {
  if (!of) return [];
  const reasons = of.reasons.flatMap(({ text, context }) => [
    `- ${plain(text)}`,
    ...(context ? [`  - Why: ${plain(context)}`] : []),
  ]);
  return [
    ...(of.improved === null ? [] : ['### How it could be', fenced(of.improved, null)]),
    ...titled('What each change buys', reasons),
  ];
}

/** What only the viewer sees: a rating that counts nowhere, S-T-A-R, and notes. */
function mine({ mine: own, evidence, panel }: ScorecardAsk, observing: boolean): string[] {
  if (!own) return [];
  const last = own.second ?? own.first;
  const rating = observing ? 'My practice rating' : 'My rating, not revealed';
  const stars = STAR_LETTERS.flatMap((letter) => {
    const atMs = own.stars[letter];
    return atMs === undefined ? [] : [`- ${clock(atMs)} ${STAR_NAMES[letter]}`];
  });
  const notes = own.notes
    .filter(({ noteId }) => !evidence.some((shared) => shared.noteId === noteId))
    .map(({ text, atMs }) => `- ${clock(atMs)} ${plain(text)}`);
  return [
    ...(last && (observing || !panel) ? [`${rating}: ${value(last.value)}.`] : []),
    ...titled('My S-T-A-R marks', stars),
    ...titled('My own notes', notes),
  ];
}
