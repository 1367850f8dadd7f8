import type { Pack, PackItem } from '../protocol/pack';
import type { Sharing } from '../protocol/sharing';
import { MARKS } from '../protocol/words';
import { everything, opening, STARTED } from './interview';
import { aiko, lena, marcus, priya, ROUND, Script, type Step } from './interview-script';

const PANEL = [priya, marcus, aiko];
const NOTE = 'Names two countries with other cut-off times';
const FIND = 'Nothing tells the caller that the list was cut';

/**
 * A round as full as a led panel makes it: the first question of each of eight competencies and an exercise with a hint
 * and a find, every point ticked by three people, evidence on each, everything written that can be.
 */
export function fullInterview(pack: Pack, sharing: Sharing = everything): Step[] {
  const script = new Script(STARTED);
  const questions = pack.groups.flatMap(({ id }) =>
    pack.questions.filter(({ groupId }) => groupId === id).slice(0, 1),
  );
  const items = [...questions.slice(0, 8), ...pack.exercises.slice(0, 1)];
  opening(script, {
    roomId: 'rm_full00000000',
    title: 'Senior backend panel, Lena',
    startedAt: STARTED,
    settings: {},
    pack,
    sharing,
  });
  const roundId = ROUND;
  const agenda = items.map(({ id }) => id);
  script.say(priya, {
    type: 'RoundStarted',
    roundId,
    candidateId: lena,
    pool: null,
    agenda,
    hostId: priya,
    hostReturnsTo: null,
  });
  for (const [index, item] of items.entries()) {
    ask(script, item, index);
    script.say(priya, { type: 'AskClosed', askId: `a${index + 1}` });
  }
  script.say(priya, { type: 'DeliberationStarted', roundId });
  for (const index of items.keys())
    script.say(lena, { type: 'SelfRated', askId: `a${index + 1}`, value: 2 + (index % 4) });
  script.say(lena, {
    type: 'ReflectionWritten',
    roundId,
    text: 'Next time I draw the flow first, and only then talk about what fails.',
    shared: true,
  });
  for (const by of PANEL)
    script.say(by, {
      type: 'VerdictSubmitted',
      roundId,
      verdict: by === marcus ? 'no' : 'yes',
      rationale: 'Clear and concrete, and open about what went wrong; no number on recovery.',
    });
  script.say(null, { type: 'VerdictsOpened', roundId, panel: PANEL });
  script.say(priya, { type: 'DebriefOpened', roundId });
  for (const by of PANEL)
    script.say(by, {
      type: 'FeedbackWritten',
      roundId,
      keepDoing: 'Naming the cost before the benefit.',
      workOn: 'Put a number on recovery: minutes, not “fast”.',
    });
  script.say(priya, { type: 'SummaryWritten', roundId, text: 'A good hour. Practise recovery out loud.' });
  script.say(priya, { type: 'DecisionRecorded', roundId, decision: 'advance', why: 'References to follow.' });
  script.say(priya, { type: 'RoundPublished', roundId, sharing });
  return script.steps;
}

function ask(script: Script, item: PackItem, index: number): void {
  script.ask({
    askId: `a${index + 1}`,
    itemId: item.id,
    by: PANEL[index % PANEL.length] ?? priya,
    seconds: 150 + index * 10,
    rate: { [priya]: [3], [marcus]: [2, 3], [aiko]: [4 + (index % 2)] },
    ticks: Object.fromEntries(
      PANEL.map((by, who) => [
        by,
        Object.fromEntries(
          item.points.map(({ id }, point) => [
            id,
            MARKS[(point + who * (index % 2)) % MARKS.length] ?? 'heard',
          ]),
        ),
      ]),
    ),
    notes: PANEL.map((by, who) => ({ by, at: 30 + who * 40, text: NOTE, share: 'candidate' as const })),
    followUps: item.followUps.slice(0, 1).map(({ id }) => id),
    help:
      item.kind === 'exercise'
        ? { hint: 1, find: { by: marcus, text: FIND, lines: { from: 3, to: 4 } } }
        : undefined,
  });
}
