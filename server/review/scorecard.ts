import { calledAll } from '../protocol/namesakes';
import {
  SCORECARD_VERSION,
  type Scorecard,
  type ScorecardAsk,
  type ScorecardCompetency,
  type ScorecardPerson,
} from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { memberOf, type RoomState, type Round } from '../room/core/state';
import { mean } from '../room/scoring';
import { adviceOf } from './advice';
import { countPoints } from './point-ledger';
import {
  type Competency,
  competenciesOf,
  competencyScores,
  headlineMean,
  headlineOf,
  kindOf,
  shownAsks,
} from './round-scores';
import { agreementOf } from './scorecard-agreement';
import { scorecardAsk } from './scorecard-ask';
import { decisionOf, feedbackOf, reflectionOf, verdictsOf } from './scorecard-words';
import { seesNames, type Viewer, viewerOf } from './viewer';

type Scores = NonNullable<ScorecardCompetency['scores']>;

/**
 * A finished round as one member may see it, built from nothing: what is not named here is not in it. Null for a person
 * who is not entitled, and for a running round. Nobody sees the panel's side channel here. `texts`: by ask, the code as
 * its candidate left it.
 */
export function scorecardFor(
  state: RoomState,
  roundId: string,
  viewerMemberId: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Scorecard | null {
  const round = state.rounds.find((known) => known.roundId === roundId);
  const viewer = round && viewerOf(round, viewerMemberId);
  if (!round || !viewer || round.closedAt === null) return null;
  const { memberId, role, shows } = viewer;
  // Nobody else rates, so there is no agreement.
  const isAlone = kindOf(state) === 'alone';
  const asks = shownAsks(round).map((ask, index) =>
    scorecardAsk(state, ask, index + 1, viewer, texts.get(ask.askId) ?? null),
  );
  const scored = competenciesOf(state, round).map((competency) => ({
    competency,
    scores: competencyScores(competency),
  }));
  const competencies = scored.map(({ competency, scores }) => competencyOf(competency, scores, asks, viewer));
  return {
    version: SCORECARD_VERSION,
    room: { roomId: state.roomId, title: state.settings.title, format: kindOf(state) },
    round: {
      roundId,
      no: round.no,
      startedAt: round.startedAt,
      overAt: round.closedAt,
      publishedAt: round.published?.at ?? null,
    },
    pack: {
      id: state.pack.id,
      version: shows.keyPoints ? state.pack.version : null,
      title: state.pack.title,
    },
    viewer: { memberId, role },
    shows,
    candidateId: round.candidateId,
    people: peopleOf(state, round, asks, viewer),
    headline: headlineFor(
      scored.map(({ competency }) => competency),
      viewer,
    ),
    self: headlineMean(scored.flatMap(({ competency }) => selfRatings(competency, comparable(asks)))),
    verdicts: isAlone ? null : verdictsOf(round, viewer),
    decision: decisionOf(round, viewer),
    feedback: feedbackOf(round, viewer),
    competencies,
    advice: shows.ratings === 'none' ? null : adviceOf(scored, asks),
    agreement: seesNames(viewer) && !isAlone ? agreementOf(asks) : null,
    reflection: reflectionOf(round, viewer),
    asks,
  };
}

function headlineFor(competencies: readonly Competency[], { shows }: Viewer): Scorecard['headline'] {
  if (shows.ratings === 'none') return null;
  const headline = headlineOf(competencies);
  return shows.ratings === 'named' ? headline : { ...headline, people: [], moves: [] };
}

function scoresFor(scores: Scores, { ratings }: Sharing): ScorecardCompetency['scores'] {
  if (ratings === 'none') return null;
  return ratings === 'named' ? scores : { ...scores, lowest: null, highest: null };
}

/**
 * The asks whose own ratings are compared with the panel's: those for which the viewer sees a mean of the panel. If they
 * see none, all that were asked.
 */
function comparable(shown: readonly ScorecardAsk[]): ScorecardAsk[] {
  const asked = shown.filter(({ status }) => status === 'asked');
  const assessed = asked.filter(({ panel }) => typeof panel?.mean === 'number');
  return assessed.length > 0 ? assessed : asked;
}

/** The candidate's own ratings of these asks in a competency, with its weight. */
function selfRatings({ groupId, weight }: Competency, asks: readonly ScorecardAsk[]) {
  return asks
    .filter((ask) => ask.groupId === groupId)
    .flatMap(({ self }) => (typeof self?.value === 'number' ? [{ value: self.value, weight }] : []));
}

function competencyOf(
  competency: Competency,
  scores: Scores,
  shown: readonly ScorecardAsk[],
  { role, shows }: Viewer,
): ScorecardCompetency {
  const { groupId, title, weight, weightReason, asks } = competency;
  const mine = shown.filter((ask) => ask.groupId === groupId && ask.status === 'asked');
  const marks = mine
    .filter((ask) => ask.panel)
    .flatMap((ask) => (ask.points ?? []).map(({ panel }) => panel));
  return {
    groupId,
    title,
    weight,
    // Only the panel may know what it looks for.
    weightReason: role === 'candidate' ? null : weightReason,
    asks: asks.length,
    scores: scoresFor(scores, shows),
    points: shows.ratings !== 'none' && shows.keyPoints ? countPoints(marks) : null,
    self: mean(selfRatings(competency, comparable(mine)).map(({ value }) => value)),
  };
}

/** Everybody named on this viewer's scorecard, including people removed in the meantime who were on the panel. */
function peopleOf(
  state: RoomState,
  round: Round,
  asks: readonly ScorecardAsk[],
  viewer: Viewer,
): ScorecardPerson[] {
  const verdicts = verdictsOf(round, viewer);
  const said = [
    ...asks.flatMap((ask) => [
      ask.askedBy,
      ...(ask.code?.pens ?? []).map((pen) => pen.memberId),
      ...ask.evidence.map((note) => note.memberId),
      ...(ask.panel?.ratings ?? []).map((rating) => rating.memberId),
    ]),
    ...(verdicts?.given ?? []).map((verdict) => verdict.memberId),
    ...(verdicts?.excused ?? []),
    ...(feedbackOf(round, viewer)?.given ?? []).map((feedback) => feedback.memberId),
  ];
  const named = said.filter((memberId) => memberId !== null);
  const others = [...new Set(named)].filter(
    (memberId) => !round.participants.some((participant) => participant.memberId === memberId),
  );
  const everybody = [
    ...round.participants,
    ...others.map((memberId) => ({ memberId, role: 'panelist' as const })),
  ].map(({ memberId, role }) => ({ memberId, name: memberOf(state, memberId)?.name ?? '', role }));
  const names = calledAll(everybody.map(({ memberId, name }) => ({ id: memberId, name })));
  return everybody.map((person) => ({ ...person, name: names.get(person.memberId) ?? person.name }));
}
