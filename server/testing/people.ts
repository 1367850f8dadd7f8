import type { Command } from '../protocol/commands';
import { inOrder, ownOf } from '../protocol/in-order';
import type { Mine } from '../protocol/mine';
import type { PackItem } from '../protocol/pack';
import type { CandidateView, HostView, PanelView } from '../protocol/views';
import { type Audience, MARKS, SHARED_AT_FIRST, STAR_LETTERS, VERDICTS } from '../protocol/words';
import { isOver } from '../room/rules';
import type { Random } from './seeded-random';

/** A simulated person's screen, without the slices that their audience does not get. */
export interface Sight {
  audience: Audience;
  view: Partial<HostView & CandidateView>;
  /** Questions that they know about. */
  items: readonly PackItem[];
  mine: Mine;
}

type PanelSight = PanelView & Partial<Pick<HostView, 'door'>>;
type Seen = PanelSight & Pick<Sight, 'items'>;

/** A unique text that can be recognised everywhere; `kind` says who may read it. */
export function marked(
  kind: 'private' | 'shared' | 'message' | 'verdict' | 'reflection',
  who: string,
  random: Random,
): string {
  return `${kind}~${who}~${random.token(10)}`;
}

/** What this person does next, based only on what they see; null means wait. */
export function nextCommand(sight: Sight, random: Random): Command | null {
  const { audience, mine } = sight;
  if (audience === 'waiting' || !sight.view.room) return null;
  if (sight.view.room.phase === 'ended') return null;
  if (audience === 'candidate') return asCandidate(sight.view, mine, random);
  const view: Seen = { ...(sight.view as PanelSight), items: sight.items };
  const change = random.chance(0.02) ? seatChange(view, audience, mine, random) : null;
  if (change) return change;
  if (random.chance(0.05)) return { type: 'RaiseHand', raised: !mine.hand };
  const steering = audience === 'host' && random.chance(0.4) ? asHost(view, random) : null;
  return steering ?? asListener(view, audience, mine, random);
}

function asCandidate(view: Partial<CandidateView>, mine: Mine, random: Random): Command | null {
  const { round, clock, greenRoom } = view;
  if (!round) return { type: 'SetReady', ready: true };
  if (clock && round.phase === 'asking') {
    if (clock.moment) return { type: 'ResumeClock', askId: clock.askId };
    return random.chance(0.15) ? { type: 'TakeMoment', askId: clock.askId } : null;
  }
  if (!greenRoom || round.phase === 'published') return null;
  const [open] = inOrder(greenRoom.asks).filter((ask) => !ownOf(mine.selfRatings, ask.askId));
  if (open) return { type: 'RateSelf', askId: open.askId, value: 1 + random.int(5) };
  if (mine.reflection) return null;
  const text = marked('reflection', mine.memberId, random);
  return { type: 'WriteReflection', roundId: round.roundId, text, shared: false };
}

/** Hosts and roles change from time to time. The room rejects some of these commands. */
function seatChange(view: Seen, audience: Audience, mine: Mine, random: Random): Command | null {
  if (mine.mayReclaim) return { type: 'ReclaimHost' };
  if (audience === 'panelist') return { type: 'TakeOverHost' };
  if (audience !== 'host') return null;
  const memberId = random.pick(inOrder(view.roster.members)).id;
  if (random.chance(0.3)) return { type: 'HandOverHost', memberId };
  return { type: 'ChangeRole', memberId, role: random.pick(['panelist', 'observer']) };
}

/** Advances the room when it is time, and lets people in. */
function asHost(view: Seen, random: Random): Command | null {
  const [knocking] = inOrder(view.door?.waiting ?? {});
  if (knocking) return { type: 'AdmitMember', memberId: knocking.id };
  const { round, verdicts } = view;
  if (!round || isOver(round.phase)) {
    return random.chance(0.3) ? { type: 'StartRound', candidateId: null } : null;
  }
  const { roundId } = round;
  if (round.phase === 'debrief') {
    return { type: 'PublishRound', roundId, sharing: SHARED_AT_FIRST };
  }
  if (round.phase === 'deliberating') {
    if (verdicts?.opened) return { type: 'OpenDebrief', roundId };
    const [somebody] = random.shuffle(view.door?.raters ?? []);
    return somebody && random.chance(0.1) ? { type: 'ExcuseVerdict', roundId, memberId: somebody } : null;
  }
  const asks = inOrder(view.asks.asks);
  const done = asks.length >= 3;
  if (done && random.chance(0.3)) return { type: 'StartDeliberation', roundId };
  const closed = asks.find((ask) => !ask.revealed && ask.rated > 0 && ask.status !== 'withdrawn');
  return closed && random.chance(0.3) ? { type: 'RevealRatings', askId: closed.askId } : null;
}

/** What somebody on the panel does about the live exercise. The room rejects some of it. */
function aboutCode(view: Seen, audience: Audience, random: Random): Command | null {
  const code = ownOf(view.codes.asks, view.asks.liveAskId);
  if (!code || view.round?.phase !== 'asking') return null;
  const { askId } = code;
  const lines = { from: 1 + random.int(3), to: 1 + random.int(3) };
  const text = `code ${random.token(8)}`;
  const findId = `find-${random.token(8)}`;
  const panelists = inOrder(view.roster.members).filter(({ role }) => role === 'panelist');
  const memberId = random.pick(panelists).id;
  if (audience === 'host' && code.pen === null && random.chance(0.6))
    return { type: 'HandPen', askId, memberId };
  return random.pick<Command>([
    { type: 'GiveHint', askId, no: Object.keys(code.hints).length + 1 },
    { type: 'AddFind', askId, findId, text, lines, atMs: random.int(90_000) },
    { type: 'PointAt', askId, lines, text, to: random.pick(['panel', 'everyone']) },
    ...(audience === 'host' ? [{ type: 'TakePen', askId } as const] : []),
  ]);
}

function asListener(view: Seen, audience: Audience, mine: Mine, random: Random): Command | null {
  const { round, asks } = view;
  if (!round) return { type: 'SetReady', ready: true };
  const about = random.chance(0.2) ? aboutCode(view, audience, random) : null;
  if (about) return about;
  const { roundId } = round;
  if (random.chance(0.1))
    return { type: 'SendMessage', roundId, text: marked('message', mine.memberId, random) };
  const ask = ownOf(asks.asks, asks.liveAskId) ?? inOrder(asks.asks).at(-1);
  if (!ask || (round.phase === 'asking' && random.chance(0.12))) return asAsker(view, audience, random);
  if (round.phase === 'published' || random.chance(0.3)) return note(ask.askId, mine, random);
  if (round.phase === 'deliberating' && mine.rates && !mine.verdict) {
    const verdict = random.pick(VERDICTS);
    return { type: 'SubmitVerdict', roundId, verdict, rationale: marked('verdict', mine.memberId, random) };
  }
  return listening(view, ask.askId, mine, random);
}

function asAsker(view: Seen, audience: Audience, random: Random): Command | null {
  const { asks, agenda, items } = view;
  if (audience === 'observer' || view.round?.phase !== 'asking') return null;
  const live = ownOf(asks.asks, asks.liveAskId);
  const followUps = view.live?.item.followUps ?? [];
  const [followUp] = followUps.filter(({ id }) => !live?.pushedFollowUps.includes(id));
  if (live && followUp && random.chance(0.4)) {
    return { type: 'PushFollowUp', askId: live.askId, followUpId: followUp.id };
  }
  if (live && random.chance(0.3)) return { type: 'PauseClock', askId: live.askId };
  const heard = new Set(Object.values(asks.asks).map(({ itemId }) => itemId));
  const [next] = [...agenda.items, ...random.shuffle(items.map(({ id }) => id))].filter(
    (id) => !heard.has(id),
  );
  return next ? { type: 'PushItem', itemId: next, liveAskId: asks.liveAskId } : null;
}

function listening(view: Seen, askId: string, mine: Mine, random: Random): Command | null {
  const ask = ownOf(view.asks.asks, askId);
  const own = ownOf(mine.asks, askId);
  const points = view.items.find((item) => item.id === ask?.itemId)?.points ?? [];
  const rates = mine.rates || mine.role === 'observer';
  if (ask?.revealed) {
    return rates && !own?.second ? { type: 'RateAgain', askId, value: 1 + random.int(5) } : null;
  }
  const [point] = random.shuffle(points);
  return random.pick<Command | null>([
    rates ? { type: 'SubmitRating', askId, value: random.chance(0.1) ? null : 1 + random.int(5) } : null,
    point ? { type: 'MarkPoint', askId, pointId: point.id, mark: random.pick(MARKS) } : null,
    { type: 'MarkStar', askId, letter: random.pick(STAR_LETTERS), atMs: random.int(90_000) },
  ]);
}

function note(askId: string, mine: Mine, random: Random): Command {
  const shared = random.chance(0.3);
  const text = marked(shared ? 'shared' : 'private', mine.memberId, random);
  return {
    type: 'WriteNote',
    askId,
    noteId: `note-${random.token(10)}`,
    text,
    atMs: random.int(90_000),
    share: shared ? 'panel' : 'none',
  };
}
