'use client';

import { useMine, useRoomClient } from '@/app/live/use-room';
import { CodeBlock } from '@/app/ui/code-block';
import { moment } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';
import { useTimeZone } from '@/app/ui/use-time-zone';

/** What the candidate may read before the round. */
export function HomeCode() {
  const code = useMine((mine) => mine.homeCode);
  const timeZone = useTimeZone();
  const { clock } = useRoomClient();
  if (!code) return null;
  return (
    <section aria-labelledby="home-code" className="flex min-w-0 flex-col gap-3">
      <PanelHeading id="home-code" className="border-line border-b">
        Code to read before you start
      </PanelHeading>
      <p className="max-w-prose">
        <PackText>{code.prompt}</PackText>
      </p>
      <CodeBlock code={code.text} label="The code to read" language={code.language} />
      <p className="text-ink-soft text-sm">
        You can read it until {moment(code.until, clock.now(), timeZone)}. The panel decides what to ask
        about.
      </p>
    </section>
  );
}
