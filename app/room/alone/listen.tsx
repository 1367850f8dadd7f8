'use client';

import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { clock } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import { listed } from '@/server/room/rules';
import { deleteRecordings, keepRecording, type Recording } from './recordings';
import { deleteSaid, keepSaid, useSaid } from './use-said';

/** Where the listener is in the answer, and the way to another moment of it. */
export interface Head {
  /** Milliseconds into the answer; null while nothing was played. */
  at(): number | null;
  /** Plays from this moment. */
  play(ms: number): void;
}

interface Props {
  /** Null until they are known. */
  recordings: readonly Recording[] | null;
  roomId: string;
  askId: string;
  head: RefObject<Head | null>;
  /** The id of what takes the focus once all is deleted; this part’s own heading, where that stays. */
  heir?: string;
}

/** The answer again, with the way to delete it beside it. */
export function Listen({ recordings, roomId, askId, head, heir }: Props) {
  const players = useRef(new Map<number, HTMLAudioElement>());
  const [last, setLast] = useState<number | null>(null);
  const [said] = useSaid(roomId, askId);
  useImperativeHandle(head, () => ({
    at: () => {
      const player = last === null ? undefined : players.current.get(last);
      const recording = recordings?.find(({ no }) => no === last);
      return player && recording ? Math.round(recording.startMs + player.currentTime * 1_000) : null;
    },
    play: (ms) => {
      const recording = recordings?.findLast(({ startMs }) => startMs <= ms);
      const player = recording && players.current.get(recording.no);
      if (!player || !recording) return;
      for (const other of players.current.values()) other.pause();
      player.currentTime = (ms - recording.startMs) / 1_000;
      void player.play().catch(() => undefined);
    },
  }));
  if (recordings === null) return null;
  const headingId = `listen-${askId}`;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} tabIndex={-1} className="kicker border-line border-b pb-1.5">
        Listen again
      </h3>
      {recordings.length === 0 ? (
        <p className="pt-3 text-ink-soft text-sm">
          There is no recording of this answer. Go by what you remember.
        </p>
      ) : (
        <>
          <ul className="flex flex-col gap-3 pt-3">
            {recordings.map((recording, at) => (
              <li key={recording.no}>
                <Player
                  recording={recording}
                  isFirst={at === 0}
                  keep={(player) => {
                    if (player) players.current.set(recording.no, player);
                    else players.current.delete(recording.no);
                  }}
                  onPlay={() => setLast(recording.no)}
                />
              </li>
            ))}
          </ul>
          <p className="pt-2 text-ink-soft text-sm">
            The recording is in this browser only. It was never sent.
          </p>
        </>
      )}
      {recordings.length > 0 || said ? (
        <Button
          size="sm"
          className="mt-2"
          data-heir={heir ?? headingId}
          onClick={() => void forget({ roomId, askId, recordings, said })}
        >
          Delete{' '}
          {listed([
            ...(recordings.length > 0 ? ['the recording'] : []),
            ...(said ? ['what I wrote down'] : []),
          ])}
        </Button>
      ) : null}
    </section>
  );
}

interface Forgotten {
  roomId: string;
  askId: string;
  recordings: readonly Recording[];
  said: string;
}

async function forget({ roomId, askId, recordings, said }: Forgotten): Promise<void> {
  deleteSaid(roomId, askId);
  if (recordings.length > 0) await deleteRecordings(roomId, askId);
  const putBack = async () => {
    keepSaid(roomId, askId, said);
    for (const { no: _, ...recording } of recordings) await keepRecording(recording);
  };
  const failed = () => void notify('The browser could not keep it again.', { failed: true });
  void notify('Deleted from this browser.', {
    action: { label: 'Undo', run: () => void putBack().catch(failed) },
  });
}

interface PlayerProps {
  recording: Recording;
  isFirst: boolean;
  keep: (player: HTMLAudioElement | null) => void;
  onPlay: () => void;
}

function Player({ recording: { sound, startMs, durationMs }, isFirst, keep, onPlay }: PlayerProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(sound);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [sound]);
  const name = isFirst ? 'Your answer' : `What you added at ${clock(startMs)}`;
  return (
    <figure>
      <figcaption className="pb-1 text-sm">
        {name} <span className="text-ink-soft tabular">{clock(durationMs)}</span>
      </figcaption>
      {url ? (
        // biome-ignore lint/a11y/useMediaCaption: it is what the listener said themselves a moment ago.
        <audio
          ref={keep}
          controls
          src={url}
          aria-label={name}
          onPlay={onPlay}
          onSeeked={onPlay}
          className="w-full"
        />
      ) : null}
    </figure>
  );
}
