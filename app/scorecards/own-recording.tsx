'use client';

import { onDemand } from '@/app/ui/on-demand';

/** Sound is in the browser of the one who practised: no other scorecard downloads what plays it. */
const Player = onDemand(() => import('./own-recording-player').then((part) => part.OwnRecordingPlayer));

export function OwnRecording(props: { roomId: string; askId: string }) {
  return <Player {...props} />;
}
