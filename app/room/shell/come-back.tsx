'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { post } from '@/app/http';
import { Button, ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** For a person who left a room that goes on. */
export function ComeBack({ roomId, title }: { roomId: string; title: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const back = async () => {
    setPending(true);
    const outcome = await post(`/api/rooms/${roomId}/return`, {});
    if (outcome.ok) return router.refresh();
    setFailure(outcome.message);
    setPending(false);
  };
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title={`You left ${title}`}
        action={
          <>
            <Button variant="primary" pending={pending} onClick={() => void back()}>
              Come back in
            </Button>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        {failure ?? 'The room goes on. You can come back with the role you had.'}
      </ErrorState>
    </main>
  );
}
