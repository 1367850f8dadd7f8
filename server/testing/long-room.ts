import type { PackItem } from '../protocol/pack';
import { EVERYTHING_SHARED } from '../protocol/words';
import { opening, STARTED } from './interview';
import { interviewPack } from './interview-pack';
import { aiko, lena, marcus, priya, Script, type Step, sam } from './interview-script';

const PANEL = [priya, marcus, aiko, sam];
/** Of one listener for one ask: marks of key points, one way and the other; and notes. */
const MARKS = 28;
const NOTES = 8;
const MESSAGES = 60;

/** The events of a room in which one round follows another: everybody marks, writes and rates all the time. */
export function longRoom(count: number): Step[] {
  const script = new Script(STARTED);
  const pack = interviewPack();
  const sharing = EVERYTHING_SHARED;
  opening(script, {
    roomId: 'rm_longroom0000',
    title: 'A long day',
    startedAt: STARTED,
    settings: {},
    pack,
    sharing,
  });
  for (let no = 1; script.steps.length < count; no += 1) {
    const roundId = `r${no}`;
    const agenda = pack.questions.map(({ id }) => id);
    script.say(priya, {
      type: 'RoundStarted',
      roundId,
      candidateId: lena,
      pool: null,
      agenda,
      hostId: priya,
      hostReturnsTo: null,
    });
    for (const [index, item] of pack.questions.entries()) ask(script, `a${no * 100 + index}`, item);
    for (let messageNo = 1; messageNo <= MESSAGES; messageNo += 1)
      script.say(marcus, {
        type: 'MessageSent',
        roundId,
        text: `Shall we go on to number ${messageNo}?`,
        messageNo,
      });
    script.say(priya, { type: 'DeliberationStarted', roundId }, { type: 'DebriefOpened', roundId });
    script.say(priya, { type: 'RoundPublished', roundId, sharing });
  }
  return script.steps.slice(0, count);
}

function ask(script: Script, askId: string, { id, points }: PackItem): void {
  const rate = Object.fromEntries(PANEL.map((memberId): [string, [number]] => [memberId, [3]]));
  const notes = PANEL.flatMap((by) =>
    Array.from({ length: NOTES }, (_, no) => ({
      by,
      at: no * 10,
      text: `Number ${no}: says how it was found, and what was done about it the week after`,
    })),
  );
  script.ask({ askId, itemId: id, by: priya, seconds: 120, rate, notes });
  for (let no = 0; no < MARKS; no += 1)
    for (const by of PANEL) {
      const point = points[no % Math.max(1, points.length)];
      const mark = no % 2 === 0 ? 'heard' : 'partial';
      if (point) script.say(by, { type: 'PointMarked', askId, pointId: point.id, mark });
    }
  script.say(priya, { type: 'AskClosed', askId });
}
