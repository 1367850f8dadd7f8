import { Skeleton } from '@/app/ui/skeleton';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

/** While the scorecards are being read. */
export function ListSkeleton() {
  return (
    <div aria-busy="true" className="mt-8">
      <p className="sr-only">Reading your scorecards</p>
      <Skeleton className="h-3 w-28" />
      {ROWS.map((row) => (
        <div key={row} className="flex min-h-18 items-center justify-between border-line border-b">
          <div className="flex flex-col gap-2 sm:ml-24">
            <Skeleton className="h-4 w-52" />
            <Skeleton className="h-3 w-36" />
          </div>
          <Skeleton className="h-5 w-12" />
        </div>
      ))}
    </div>
  );
}

/** While the lines are being read. */
export function TrendsSkeleton() {
  return (
    <div aria-busy="true" className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      <p className="sr-only">Reading how your competencies went</p>
      {ROWS.slice(0, 3).map((row) => (
        <div key={row} className="flex flex-col gap-3">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="h-32 w-full" />
        </div>
      ))}
    </div>
  );
}
