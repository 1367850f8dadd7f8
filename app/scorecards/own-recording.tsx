'use client';

import { onDemand } from '@/app/ui/on-demand';
import type { OwnAnswer } from './own-recording-player';

/** Only the browser of the person who practised has the sound, so no other scorecard downloads the player. */
const Player = onDemand(() => import('./own-recording-player').then((part) => part.OwnRecordingPlayer));

export function OwnRecording(props: OwnAnswer) {
  return <Player {...props} />;
}
