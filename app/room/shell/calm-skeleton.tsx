import { SkeletonLines } from '@/app/ui/skeleton';

/** Shown while a calm screen loads: the lobby, the candidate's, the green room. */
export function CalmSkeleton() {
  return (
    <main
      id="main"
      tabIndex={-1}
      aria-busy="true"
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center gap-6 px-6"
    >
      <p role="status" className="text-ink-soft text-sm">
        One moment…
      </p>
      <SkeletonLines lines={3} />
    </main>
  );
}
