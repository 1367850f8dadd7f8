'use client';

import { useMine, useOnline, useRoomClient, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { CodeBlock } from '@/app/ui/code-block';
import { moment } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';
import { useTimeZone } from '@/app/ui/use-time-zone';

/** What the candidate may read before the round. The panel is told when they open it, so they open it themselves. */
export function HomeCode() {
  const code = useMine((mine) => mine.homeCode);
  const timeZone = useTimeZone();
  const { clock } = useRoomClient();
  const send = useSend();
  const isOnline = useOnline();
  if (!code) return null;
  const until = moment(code.until, clock.now(), timeZone);
  return (
    <section aria-labelledby="home-code" className="flex min-w-0 flex-col gap-3">
      <PanelHeading id="home-code" className="border-line border-b">
        Code to read before you start
      </PanelHeading>
      {code.opened === null ? (
        <>
          <p className="max-w-prose">
            There is code for you to read until {until}, or until the round starts. The panel sees when you
            open it.
          </p>
          <Button
            className="self-start"
            disabled={!isOnline}
            onClick={() => void send({ type: 'ReadHomeCode' })}
          >
            Open the code
          </Button>
        </>
      ) : (
        <>
          <p className="max-w-prose">
            <PackText>{code.opened.prompt}</PackText>
          </p>
          <CodeBlock code={code.opened.text} label="The code to read" language={code.opened.language} />
          <p className="text-ink-soft text-sm">
            You can read it until {until}, or until the round starts. The panel decides what to ask about.
          </p>
        </>
      )}
    </section>
  );
}
