'use client';

import { useState } from 'react';
import { GuestName } from '@/app/account/guest-name';
import { useGuest } from '@/app/account/use-guest';
import { Button } from '@/app/ui/button';

interface GuestFormProps {
  goTo: string;
  /** True if accounts come first and this is the second choice. */
  beside: boolean;
}

/** Signs in with just a name. */
export function GuestForm({ goTo, beside }: GuestFormProps) {
  const guest = useGuest(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function enter() {
    setFailure(null);
    if (!guest.isNamed()) return;
    setPending(true);
    const rejected = await guest.enter();
    // Loads a new page, since this one was made for a person who is signed out.
    if (rejected === null) location.assign(goTo);
    else {
      setFailure(rejected);
      setPending(false);
    }
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void enter();
      }}
    >
      {beside ? <h2 className="font-semibold text-lg">Or continue as a guest</h2> : null}
      <GuestName guest={guest} hint="Others will see this name." failure={failure} />
      <Button type="submit" size="lg" variant={beside ? 'plain' : 'primary'} pending={pending}>
        Continue as a guest
      </Button>
    </form>
  );
}
