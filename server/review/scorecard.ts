import {
  SCORECARD_VERSION,
  type Scorecard,
  type ScorecardAsk,
  type ScorecardCompetency,
  type ScorecardPerson,
} from '../protocol/scorecard';
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
  shownAsks,
} from './round-scores';
import { scorecardAsk } from './scorecard-ask';
import { type Viewer, viewerOf } from './viewer';

/**
 * A published round as one member may see it, built from nothing: what is not named here is not in it. Null for who
 * is not entitled, and for a round that is not published. The panel's side channel is for nobody here.
 */
export function scorecardFor(state: RoomState, roundId: string, viewerMemberId: string): Scorecard | null {
  const round = state.rounds.find((known) => known.roundId === roundId);
  const viewer = round && viewerOf(round, viewerMemberId);
  if (!round?.published || !viewer) return null;
  const { memberId, role, shows } = viewer;
  const asks = shownAsks(round).map((ask, index) => scorecardAsk(state, round, ask, index + 1, viewer));
  const scored = competenciesOf(state, round).map((competency) => ({
    competency,
    scores: competencyScores(competency),
  }));
  const competencies = scored.map(({ competency, scores }) => competencyOf(competency, scores, asks, viewer));
  return {
    version: SCORECARD_VERSION,
    room: { roomId: state.roomId, title: state.settings.title, format: state.settings.format },
    round: { roundId, no: round.no, startedAt: round.startedAt, publishedAt: round.published.at },
    pack: {
      id: state.pack.id,
      version: shows.keyPoints ? state.pack.version : null,
      title: state.pack.title,
    },
    viewer: { memberId, role },
    shows,
    candidateId: round.candidateId,
    people: peopleOf(state, round, asks, viewer),
    headline: shows.ratings ? headlineOf(scored.map(({ competency }) => competency)) : null,
    self: headlineMean(scored.flatMap(({ competency }) => selfRatings(competency, asks))),
    verdicts: shows.verdicts ? verdictsOf(round) : null,
    competencies,
    advice: shows.ratings ? adviceOf(scored, asks) : null,
    agreement: shows.ratings ? agreementOf(asks) : null,
    reflection: reflectionOf(round, viewer),
    asks,
  };
}

/** The candidate's own ratings of what was asked, weighing as the panel's do. */
function selfRatings({ groupId, weight }: Competency, shown: readonly ScorecardAsk[]) {
  return shown
    .filter((ask) => ask.groupId === groupId && ask.status === 'asked')
    .flatMap(({ self }) => (typeof self?.value === 'number' ? [{ value: self.value, weight }] : []));
}

function competencyOf(
  competency: Competency,
  scores: NonNullable<ScorecardCompetency['scores']>,
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
    // What the panel looks for is its own business.
    weightReason: role === 'candidate' ? null : weightReason,
    asks: asks.length,
    scores: shows.ratings ? scores : null,
    points: shows.ratings && shows.keyPoints ? countPoints(marks) : null,
    self: mean(selfRatings(competency, shown).map(({ value }) => value)),
  };
}

/** The verdicts open before the debrief; those of people who did not count are not among them. */
function verdictsOf(round: Round): Scorecard['verdicts'] {
  const given = (round.verdictsOpened?.panel ?? []).flatMap((memberId) => {
    const verdict = round.verdicts[memberId];
    return verdict ? [{ memberId, verdict: verdict.verdict, rationale: verdict.rationale }] : [];
  });
  return { given, excused: round.excused };
}

function agreementOf(asks: readonly ScorecardAsk[]): Scorecard['agreement'] {
  const compared = asks.flatMap(({ panel }) => (panel && panel.range !== null ? [panel] : []));
  return {
    compared: compared.length,
    flagged: compared.filter(({ flagged }) => flagged).length,
    alike: compared.filter(({ range }) => range === 0).length,
  };
}

function reflectionOf(round: Round, viewer: Viewer): Scorecard['reflection'] {
  if (!round.reflection?.text) return null;
  const { text, shared } = round.reflection;
  return shared || viewer.role === 'candidate' ? { text, shared } : null;
}

/** Whoever is named on this viewer's scorecard; somebody who was removed meanwhile sat on the panel. */
function peopleOf(
  state: RoomState,
  round: Round,
  asks: readonly ScorecardAsk[],
  viewer: Viewer,
): ScorecardPerson[] {
  const verdicts = viewer.shows.verdicts ? verdictsOf(round) : null;
  const named = [
    ...asks.flatMap((ask) => [
      ask.askedBy,
      ...ask.evidence.map((note) => note.memberId),
      ...(ask.panel?.ratings ?? []).map((rating) => rating.memberId),
    ]),
    ...(verdicts?.given ?? []).map((verdict) => verdict.memberId),
    ...(verdicts?.excused ?? []),
  ];
  const others = [...new Set(named)].filter(
    (memberId) => !round.participants.some((participant) => participant.memberId === memberId),
  );
  return [...round.participants, ...others.map((memberId) => ({ memberId, role: 'panelist' as const }))].map(
    ({ memberId, role }) => ({ memberId, name: memberOf(state, memberId)?.name ?? '', role }),
  );
}
