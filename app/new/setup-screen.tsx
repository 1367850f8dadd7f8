'use client';

import { Button } from '@/app/ui/button';
import type { PackOutline } from '@/server/protocol/outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { Format } from '@/server/protocol/words';
import { AgendaSection } from './agenda-section';
import { OpenBar } from './open-bar';
import type { PackChoices } from './pack-choices';
import { SettingsSection } from './settings-section';
import { problemsOf, requestOf } from './setup-draft';
import { useOpenRoom } from './use-open-room';
import { useSetup } from './use-setup';

export interface SetupScreenProps {
  packs: PackChoices;
  first: PackSummary;
  /** Whether a link chose this pack. */
  wished: boolean;
  /** Null for a peer room. */
  firstOutline: PackOutline | null;
  /** The format in the link; null leaves it to the draft. */
  format: Format | null;
  /** Null when signed out: the screen asks for a name. */
  name: string | null;
}

/** One page: the settings on the left, the agenda on the right, the button that opens the room below. */
export function SetupScreen({ packs, first, wished, firstOutline, format, name }: SetupScreenProps) {
  const setup = useSetup({ packs, first, wished, outline: firstOutline, format });
  const request = requestOf(setup.draft, setup.pack, setup.outline);
  const opening = useOpenRoom(name);
  // Problems show after the first try to open the room, and disappear as they are fixed.
  const problems = opening.tried ? problemsOf(request) : {};
  return (
    <form
      noValidate
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        void opening.open(request);
      }}
    >
      <div className="mx-auto w-full max-w-page flex-1 px-4 pb-10 sm:px-6">
        <div className="flex flex-wrap items-baseline justify-between gap-3 py-6">
          <h1 className="font-semibold text-2xl">Set up a panel</h1>
          {setup.touched ? (
            <Button variant="quiet" size="sm" onClick={setup.startOver}>
              Start over
            </Button>
          ) : null}
        </div>
        <div className="grid gap-x-16 gap-y-10 [&_:is(input,select,button)]:scroll-my-48 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <SettingsSection setup={setup} packs={packs} problems={problems} />
          <AgendaSection setup={setup} problem={problems.agenda} />
        </div>
      </div>
      <OpenBar setup={setup} request={request} opening={opening} askName={name === null} />
    </form>
  );
}
