import Link from 'next/link';
import type { ReactNode } from 'react';
import { PanelHeading } from '@/app/ui/panel-heading';
import { Skeleton } from '@/app/ui/skeleton';

type HomeListProps = {
  /** Of the heading: unique on the page. */
  id: string;
  title: string;
  /** Beside the heading. */
  aside?: ReactNode;
  /** Rows, each a `HomeRow`; none of them shows `empty`. */
  children: readonly ReactNode[];
  empty: ReactNode;
};

/** A list of what is mine, under its heading. */
export function HomeList({ id, title, aside, children, empty }: HomeListProps) {
  return (
    <section aria-labelledby={id}>
      <PanelHeading id={id} aside={aside} className="border-line border-b pb-1">
        {title}
      </PanelHeading>
      {children.length === 0 ? empty : <ul className="divide-y divide-line">{children}</ul>}
    </section>
  );
}

type HomeRowProps = {
  href: string;
  title: string;
  under: ReactNode;
  /** Where else one may go from here. */
  links?: ReactNode;
  children: ReactNode;
};

/** A row that links to a page: a title, a quieter line under it, and something on the right. */
export function HomeRow({ href, title, under, links, children }: HomeRowProps) {
  return (
    <li>
      <Link
        href={href}
        className="-mx-3 flex min-h-16 items-center gap-4 rounded px-3 py-3 transition-colors hover:bg-ink/4"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-soft text-sm">{under}</span>
        </span>
        {children}
      </Link>
      {links ? <p className="flex flex-wrap gap-x-6 pb-2">{links}</p> : null}
    </li>
  );
}

/** While the list is being read. */
export function HomeListSkeleton({ title }: { title: string }) {
  return (
    <section aria-busy="true" aria-label={title}>
      <PanelHeading className="border-line border-b pb-1">{title}</PanelHeading>
      <div className="flex min-h-16 items-center justify-between py-3">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="h-3 w-28" />
        </div>
        <Skeleton className="h-6 w-14" />
      </div>
    </section>
  );
}
