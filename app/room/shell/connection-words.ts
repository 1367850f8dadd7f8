import type { LiveState } from '@/app/live/live-state';

export type Trouble =
  | 'offline'
  | 'offline-outside'
  | 'reconnecting'
  | 'cut'
  | 'not-saving'
  | 'too-many-words'
  | 'blocked';

export const TROUBLE_WORDS: Record<Trouble, string> = {
  offline: 'You are offline.',
  'offline-outside': 'You are offline.',
  reconnecting: 'Reconnecting…',
  cut: 'Still reconnecting…',
  'not-saving': 'Nothing can be saved right now.',
  'too-many-words': 'A lot was written in this room in the last few minutes.',
  blocked: 'Still connecting…',
};

export const SPOKEN: Record<Trouble, string> = {
  offline: 'This device is offline.',
  'offline-outside': 'This device is offline.',
  reconnecting: 'The connection is lost.',
  cut: 'Still reconnecting.',
  'not-saving': 'Saving isn’t working right now.',
  'too-many-words': 'A lot was written in this room in the last few minutes.',
  blocked: 'Still connecting.',
};

/** What is wrong with the line or the server now; null if nothing is, or if it may be over in a moment. */
export function troubleOf({ connection, audience, held, pending }: LiveState): Trouble | null {
  switch (connection.kind) {
    case 'connecting':
      return connection.slow ? 'blocked' : null;
    case 'reconnecting':
      return connection.slow ? 'cut' : 'reconnecting';
    case 'offline':
      return audience === null ? 'offline-outside' : 'offline';
    case 'stopped':
      return null;
    case 'live':
      if (held && pending.length > 0) return 'not-saving';
      return pending.some(({ asideUntil }) => asideUntil !== undefined) ? 'too-many-words' : null;
  }
}

/** What may help, and what becomes of what one does meanwhile. `isKept`: something waits to be sent. */
export function comfort(trouble: Trouble, isKept: boolean): string {
  const kept = isKept
    ? 'What you did is kept here and will be sent.'
    : 'What you do is kept here and sent when you are back.';
  switch (trouble) {
    case 'blocked':
      return 'Your network may block live connections (WebSockets). Another network, such as your phone’s, may help.';
    case 'cut':
      return `The server may be down, or your network may block live connections (WebSockets). Another network, such as your phone’s, may help. ${kept}`;
    case 'offline-outside':
      return 'The room opens when your network is back.';
    case 'too-many-words':
      return 'Your longest text is kept here and will be saved in a few minutes. Everything else works.';
    case 'not-saving':
      return 'What you did is kept here and will be sent again.';
    case 'offline':
    case 'reconnecting':
      return kept;
  }
}
