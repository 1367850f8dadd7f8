import { Skeleton } from '@/app/ui/skeleton';

/** The agenda's outline while the pack loads. */
export function AgendaSkeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading the questions of this pack">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <div key={key} className="flex flex-col gap-2 border-line border-b py-4 pl-14" aria-hidden="true">
          <Skeleton className="h-3 w-32" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}
