'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/app/ui/button';
import { PanelHeading } from '@/app/ui/panel-heading';
import { CallLink } from './call-link';
import { useDevices } from './use-devices';
import { useLevel } from './use-level';

/** Lets people see and hear themselves before the call, in this window only. */
export function DeviceCheck({ callLink }: { callLink: string | null }) {
  const { devices, start, stop } = useDevices();
  return (
    <section aria-labelledby="device-check">
      <PanelHeading id="device-check" className="border-line border-b">
        Camera and microphone
      </PanelHeading>
      <p className="pt-3 text-ink-soft text-sm">
        See and hear yourself before the others do. It stays in this window; nothing is sent.
      </p>
      {devices.kind === 'on' ? <Preview stream={devices.stream} camera={devices.camera} /> : null}
      {devices.kind === 'failed' ? (
        <p role="alert" className="pt-3 text-sm">
          {devices.why}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 pt-3">
        {devices.kind === 'on' ? (
          <Button size="sm" onClick={stop}>
            Done
          </Button>
        ) : (
          <Button size="sm" pending={devices.kind === 'asking'} onClick={start}>
            {devices.kind === 'failed' ? 'Try again' : 'Check now'}
          </Button>
        )}
        <CallLink href={callLink} />
      </div>
    </section>
  );
}

function Preview({ stream, camera }: { stream: MediaStream; camera: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="flex flex-col gap-3 pt-3">
      {camera ? (
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          aria-label="Your camera"
          className="-scale-x-100 aspect-video w-full max-w-80 rounded bg-sunken object-cover"
        />
      ) : (
        <p className="text-sm">No camera was found. You can still be heard.</p>
      )}
      <Level stream={stream} />
    </div>
  );
}

function Level({ stream }: { stream: MediaStream }) {
  const { level, heard } = useLevel(stream);
  return (
    <div className="flex max-w-80 flex-col gap-1.5">
      <div className="h-1.5 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <div className="h-full origin-left bg-heard" style={{ transform: `scaleX(${level})` }} />
      </div>
      <p className="text-ink-soft text-sm" role="status">
        {heard ? 'Your microphone hears you.' : 'Say something: the line moves when you are heard.'}
      </p>
    </div>
  );
}
