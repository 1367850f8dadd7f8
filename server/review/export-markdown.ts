import { agreementInWords } from '../protocol/agreement-words';
import { markWords } from '../protocol/mark-words';
import type { PointCounts, Scorecard, ScorecardCompetency, ScorecardMove } from '../protocol/scorecard';
import { DECISION_NAMES, MARKS, VERDICT_NAMES } from '../protocol/words';
import { listed } from '../room/rules';
import { askSection } from './export-markdown-ask';
import { iso, type NameOf, plain, quoted, score, titled, value } from './markdown-text';

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
    advice(card),
    agreement(card),
    reflection(card),
    ...card.asks.map((ask) => askSection(card, ask, name)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function head(card: Scorecard, name: NameOf): string {
  const named = (role: string) =>
    card.people.filter((person) => person.role === role).map(({ memberId }) => name(memberId));
  const observers = named('observer');
  const isSimulatedPanel = card.room.format === 'alone' || card.room.format === 'simulated';
  return [
    `# ${name(card.candidateId)}: ${plain(card.room.title)}`,
    '',
    `- Began: ${iso(card.round.startedAt)}`,
    `- Over: ${iso(card.round.overAt)}`,
    `- Published: ${card.round.publishedAt === null ? 'no' : iso(card.round.publishedAt)}`,
    `- Pack: ${plain(card.pack.title)}`,
    `- ${kindInWords(card)}`,
    `- ${isSimulatedPanel ? 'Simulated panel' : 'Panel'}: ${named('panelist').join(', ') || 'nobody'}`,
    ...(observers.length > 0 ? [`- Observing: ${observers.join(', ')}`] : []),
    '',
    `One ${card.room.format === 'alone' ? 'practice' : 'round'} is not a verdict on a person.`,
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
    ...(of.moves.length > 0 ? ['', ...of.moves.map((move) => `- ${moved(card, move, name)}`)] : []),
  ].join('\n');
}

function moved({ asks }: Scorecard, { askId, memberId, from, to }: ScorecardMove, name: NameOf): string {
  const no = asks.find((ask) => ask.askId === askId)?.no;
  return `${name(memberId)} went from ${value(from)} to ${value(to)} on question ${no}`;
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
  const { given = [], excused = [] } = card.verdicts ?? {};
  if (given.length + excused.length === 0) return '';
  const said = given.map(
    ({ memberId, verdict, rationale }) =>
      `- ${name(memberId)}: ${VERDICT_NAMES[verdict].toLowerCase()}${rationale ? `. ${plain(rationale)}` : ''}`,
  );
  return [
    '## Verdicts',
    ...(said.length > 0 ? [said.join('\n')] : []),
    ...(excused.length > 0 ? [`Excused: ${listed(excused.map(name))}.`] : []),
  ].join('\n\n');
}

function competencies(card: Scorecard): string {
  const rows = card.competencies.map(({ title, asks, scores, points, self }) => {
    const means = scores ? [score(scores.first), rangeOf(scores), score(scores.second)] : ['', '', ''];
    const own = self === null ? '' : score(self);
    return `| ${[plain(title), asks, ...means, own, points ? marked(points) : ''].join(' | ')} |`;
  });
  const weighed = card.competencies
    .filter(({ weight }) => weight !== 1)
    .map(
      ({ title, weight, weightReason }) =>
        `${plain(title)} weighs ${weight} times as much${weightReason ? `: ${plain(weightReason)}` : '.'}`,
    );
  return [
    '## Competencies',
    [
      '| Competency | Asked | First mean | Lowest to highest | Second mean | Own | Points |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
    ...weighed,
  ].join('\n\n');
}

const rangeOf = ({ lowest, highest }: NonNullable<ScorecardCompetency['scores']>) =>
  lowest === null || highest === null ? '' : `${lowest} to ${highest}`;

/** "2 heard, 1 missed, 3 not marked". */
const marked = (points: PointCounts) =>
  [
    ...MARKS.filter((mark) => points[mark] > 0).map((mark) => `${points[mark]} ${mark}`),
    ...(points.unmarked > 0 ? [`${points.unmarked} not marked`] : []),
  ].join(', ');

/** What to build on, what to practise, and the key points to cover next time. */
function advice(card: Scorecard): string {
  if (!card.advice) return '';
  const { strengths, practise, points } = card.advice;
  const named = (groupIds: readonly string[]) =>
    card.competencies
      .filter(({ groupId }) => groupIds.includes(groupId))
      .sort((a, b) => groupIds.indexOf(a.groupId) - groupIds.indexOf(b.groupId))
      .map(({ title, scores }) => `- ${plain(title)}: ${score(scores?.first ?? null)}`);
  const cover = points.flatMap(({ askId, pointId, mark }) => {
    const ask = card.asks.find((known) => known.askId === askId);
    const point = ask?.points?.find((known) => known.id === pointId);
    if (!ask || !point) return [];
    return [`- ${plain(point.text)} (${markWords(ask.kind)[mark]} on question ${ask.no})`];
  });
  const parts = [
    ...titled('Build on', named(strengths)),
    ...titled('Practise next', named(practise)),
    ...titled('Cover next time', cover),
  ];
  return parts.length > 0 ? ['## What next', ...parts].join('\n\n') : '';
}

function reflection(card: Scorecard): string {
  if (!card.reflection) return '';
  const { text, shared } = card.reflection;
  return `## Reflection\n\n${shared ? '' : 'Only you see this.\n\n'}${quoted(text)}`;
}
