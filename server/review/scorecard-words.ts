import type { Scorecard } from '../protocol/scorecard';
import { VERDICTS } from '../protocol/words';
import type { Round } from '../room/core/state';
import { isDissent } from '../room/rules';
import { seesNames, unnamed, type Viewer } from './viewer';

/** What people say of the whole round: verdicts, the decision, feedback, the candidate's own words. */

/** The verdicts open before the debrief; those of people who did not count are not among them. */
export function verdictsOf(round: Round, viewer: Viewer): Scorecard['verdicts'] {
  if (!viewer.shows.verdicts) return null;
  const given = (round.verdictsOpened?.panel ?? []).flatMap((memberId) => {
    const verdict = round.verdicts[memberId];
    return verdict ? [{ memberId, verdict: verdict.verdict, rationale: verdict.rationale }] : [];
  });
  if (seesNames(viewer)) return { given, excused: round.excused };
  return {
    given: unnamed(given, ({ verdict, rationale }) => `${VERDICTS.indexOf(verdict)}${rationale}`),
    excused: [],
  };
}

/** For the panel alone: no candidate ever sees it, whatever is shared. */
export function decisionOf(round: Round, viewer: Viewer): Scorecard['decision'] {
  if (viewer.role === 'candidate' || !round.decision) return null;
  const { decision, why, by, at } = round.decision;
  const dissent = (round.verdictsOpened?.panel ?? []).filter((memberId) => {
    const given = round.verdicts[memberId];
    return given !== undefined && isDissent(decision, given.verdict);
  });
  return { decision, why, by, at, dissent };
}

/** Only for its author until the round is published; then for everybody entitled to it. */
export function feedbackOf(round: Round, viewer: Viewer): Scorecard['feedback'] {
  if (!viewer.shows.feedback) return null;
  const opened = round.published !== null;
  const mayRead = (memberId: string) => opened || memberId === viewer.memberId;
  const given = Object.entries(round.feedback)
    .filter(([memberId]) => mayRead(memberId))
    .map(([memberId, { keepDoing, workOn }]) => ({ memberId, keepDoing, workOn }));
  const summary = round.summary && mayRead(round.summary.by) ? round.summary.text : null;
  if (given.length === 0 && summary === null) return null;
  const named = seesNames(viewer)
    ? given
    : unnamed(given, ({ keepDoing, workOn }) => `${keepDoing}\n${workOn}`);
  return { summary, given: named, opened };
}

export function reflectionOf(round: Round, viewer: Viewer): Scorecard['reflection'] {
  if (!round.reflection?.text) return null;
  const { text, shared } = round.reflection;
  return shared || viewer.role === 'candidate' ? { text, shared } : null;
}
