'use client';

import { useEffect, useRef, useState } from 'react';

export type Devices =
  | { kind: 'off' }
  | { kind: 'asking' }
  | { kind: 'on'; stream: MediaStream; camera: boolean }
  | { kind: 'failed'; why: string };

/** Camera and microphone for this page alone. Nothing is sent, and both are released with the page. */
export function useDevices() {
  const [devices, setDevices] = useState<Devices>({ kind: 'off' });
  const stream = devices.kind === 'on' ? devices.stream : null;
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  useEffect(() => {
    if (!stream) return;
    return () => letGo(stream);
  }, [stream]);

  async function start() {
    setDevices({ kind: 'asking' });
    try {
      const opened = await open();
      // The page may be gone by the time the person has answered the browser's question.
      if (isGone.current && opened.kind === 'on') letGo(opened.stream);
      else setDevices(opened);
    } catch (error) {
      setDevices({ kind: 'failed', why: whyNot(error) });
    }
  }

  return { devices, start: () => void start(), stop: () => setDevices({ kind: 'off' }) };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Without a camera a microphone is still worth checking. */
async function open(): Promise<Devices> {
  const media = navigator.mediaDevices;
  if (!media) throw new DOMException('This page has no access to devices', 'SecurityError');
  try {
    return { kind: 'on', stream: await media.getUserMedia({ audio: true, video: true }), camera: true };
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
    return { kind: 'on', stream: await media.getUserMedia({ audio: true }), camera: false };
  }
}

function whyNot(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return 'Your browser blocks the camera and microphone here. Allow them in the address bar, then try again.';
  if (name === 'NotFoundError') return 'No microphone was found. Plug one in, then try again.';
  if (name === 'NotReadableError')
    return 'Another program is using the microphone or the camera. Your call may have them already, which is fine.';
  if (name === 'SecurityError')
    return 'Browsers allow the camera and microphone only on secure pages (https). Check them in your call instead.';
  return 'The camera and microphone did not respond. Check them in your call instead.';
}
