import type { Audience, RoundPhase } from '@/server/protocol/words';

/** How far the round is, as the visitor sees it. */
export interface Stage {
  audience: Audience | null;
  phase: RoundPhase | null;
  ask: { revealed: boolean; rated: number; of: number } | null;
  /** Whether the visitor has rated the live question, or given the verdict. */
  done: boolean;
  /** The visitor's hand is up. */
  hand: boolean;
  hostName: string;
}

/** What to try next, in a sentence or two. */
export function tipFor(stage: Stage): string {
  return stage.audience === 'candidate' ? inTheHotSeat(stage) : amongThePanel(stage);
}

function inTheHotSeat({ phase, ask, hand, hostName }: Stage): string {
  switch (phase) {
    case null:
      return `Everyone but you is simulated. ${hostName} starts the round in a few seconds.`;
    case 'asking':
      if (!ask) return 'The next question comes in a few seconds.';
      return hand
        ? 'Your hand is up. They finish rating, then ask the next question. Lower it before you answer that.'
        : 'Answer aloud, then raise your hand. A minute over time, they go on. They can’t hear you: what they rate is made up.';
    case 'deliberating':
      return 'Write down how it went and rate yourself. The panel waits while you do, for up to five minutes.';
    case 'debrief':
    case 'closed':
      return 'The panel is talking. Your scorecard follows in a few seconds.';
    case 'published':
      return 'Your scorecard is ready. Its ratings are made up; a real panel’s look the same.';
  }
}

function amongThePanel(stage: Stage): string {
  const { audience, phase, hostName } = stage;
  const isHost = audience === 'host';
  switch (phase) {
    case null:
      return isHost
        ? 'Everyone but you is simulated. Start the round when you like.'
        : `Everyone but you is simulated. ${hostName} starts the round in a few seconds.`;
    case 'asking':
      return whileAsking(stage);
    case 'deliberating':
      if (audience === 'observer') return 'Verdicts are given face down, and open when all are in.';
      if (!stage.done) return 'Give your verdict. Nobody sees it before all are in.';
      return isHost
        ? 'Your verdict is in. Open the debrief when all are.'
        : 'Your verdict is in. They open together.';
    case 'debrief':
      return isHost
        ? 'Go through the round with the panel, then publish it.'
        : `${hostName} goes through the round, and publishes it in a few seconds.`;
    case 'closed':
      return isHost
        ? 'The round is closed. Publish it so that the candidate gets a scorecard too.'
        : `The round is closed. ${hostName} publishes it in a few seconds.`;
    case 'published':
      return 'The scorecard is ready. Open it, then set up a room of your own.';
  }
}

function whileAsking({ audience, ask, done, hostName }: Stage): string {
  const isHost = audience === 'host';
  if (!ask)
    return isHost ? 'Push a question to the candidate.' : `${hostName} asks a question in a few seconds.`;
  if (ask.revealed)
    return isHost
      ? 'All ratings opened together. Look where you heard different things, rate again if you like, and push the next question.'
      : 'All ratings opened together. Look where the panel heard different things. One of them will change their mind.';
  if (audience === 'observer')
    return 'Each of them ticks and rates alone. Everyone sees only how many have rated.';
  if (!done)
    return 'Read what the candidate says. Tick what you hear, and rate it. Nobody sees it before the reveal.';
  if (!isHost) return `Your rating is in. ${hostName} opens all of them when everyone has rated.`;
  return ask.rated === ask.of
    ? 'Everyone has rated. Reveal the ratings.'
    : 'Your rating is in. The others are still listening.';
}
