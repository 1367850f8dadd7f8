'use client';

import { useState } from 'react';
import { GuestName } from '@/app/account/guest-name';
import { useGuest } from '@/app/account/use-guest';
import { Button } from '@/app/ui/button';

interface GuestFormProps {
  goTo: string;
  /** Accounts come first, so this is the second way in. */
  beside: boolean;
}

/** In with a name alone. */
export function GuestForm({ goTo, beside }: GuestFormProps) {
  const guest = useGuest(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function enter() {
    setFailure(null);
    if (!guest.isNamed()) return;
    setPending(true);
    const refused = await guest.enter();
    // A whole new page: what stands in this one was made for somebody signed out.
    if (refused === null) location.assign(goTo);
    else {
      setFailure(refused);
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
      {beside ? <h2 className="font-semibold text-lg">Or come in as a guest</h2> : null}
      <GuestName guest={guest} hint="As the others will see it." failure={failure} />
      <Button type="submit" size="lg" variant={beside ? 'plain' : 'primary'} pending={pending}>
        Continue as a guest
      </Button>
    </form>
  );
}
