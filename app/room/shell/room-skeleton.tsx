import { Skeleton, SkeletonLines } from '@/app/ui/skeleton';

const ROWS = [1, 2, 3, 4, 5];

/** The room's outline while it connects. */
export function RoomSkeleton({ title }: { title?: string }) {
  return (
    <div className="flex h-dvh flex-col" aria-busy="true">
      <header className="flex h-14 shrink-0 items-center gap-6 border-line border-b px-4">
        {title ? (
          <h1 className="min-w-0 truncate font-semibold text-base">{title}</h1>
        ) : (
          <Skeleton className="h-5 w-40" />
        )}
        <p role="status" className="text-ink-soft text-sm">
          Connecting…
        </p>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="grid min-h-0 flex-1 fold:grid-cols-[16.5rem_minmax(0,1fr)_19.5rem]"
      >
        <div className="flex flex-col gap-5 border-line border-r p-4 max-fold:hidden">
          {ROWS.map((row) => (
            <SkeletonLines key={row} lines={2} />
          ))}
        </div>
        <div className="flex flex-col gap-6 p-6">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="h-8 w-4/5" />
          <Skeleton className="h-1.5 w-full" />
          <SkeletonLines lines={5} />
        </div>
        <div className="flex flex-col gap-5 border-line border-l p-4 max-fold:hidden">
          <Skeleton className="h-11 w-full" />
          <SkeletonLines lines={4} />
        </div>
      </main>
    </div>
  );
}
