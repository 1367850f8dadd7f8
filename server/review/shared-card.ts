import type { Scorecard, ScorecardAsk } from '../protocol/scorecard';

/** The reader of a share link is not a member of the round. */
const READER: Scorecard['viewer'] = { memberId: 'mb_reader000000', role: 'observer' };

/**
 * What the reader of a share link gets of its maker's scorecard, built from nothing: never what only the maker sees (own
 * notes, feedback before it is published, a reflection that is not shared), and never the decision, which stays with the
 * panel, and no reason for a weight, which is the panel's too. Without names, people are called by their role.
 */
export function sharedCard(card: Scorecard, names: boolean): Scorecard {
  const shown: Scorecard = {
    version: card.version,
    room: card.room,
    round: card.round,
    pack: card.pack,
    viewer: READER,
    shows: card.shows,
    candidateId: card.candidateId,
    people: card.people,
    headline: card.headline,
    self: card.self,
    verdicts: card.verdicts,
    decision: null,
    feedback: card.feedback?.opened ? card.feedback : null,
    competencies: card.competencies.map((competency) => ({ ...competency, weightReason: null })),
    advice: card.advice,
    agreement: card.agreement,
    reflection: card.reflection?.shared ? card.reflection : null,
    asks: card.asks.map((ask): ScorecardAsk => ({ ...ask, mine: null })),
  };
  return names ? shown : { ...shown, room: { ...card.room, title: card.pack.title }, people: nameless(card) };
}

/** A room's title often names its candidate, so the pack's title takes its place. */
function nameless({ people }: Scorecard): Scorecard['people'] {
  const counts = { candidate: 0, panelist: 0, observer: 0 };
  const words = { candidate: 'Candidate', panelist: 'Panelist', observer: 'Observer' };
  return people.map((person) => {
    counts[person.role] += 1;
    const no = person.role === 'candidate' ? '' : ` ${counts[person.role]}`;
    return { ...person, name: `${words[person.role]}${no}` };
  });
}
