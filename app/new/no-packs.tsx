import { ButtonLink } from '@/app/ui/button';

/** Shown when there are no packs: it says so, and what to do. */
export function NoPacks() {
  return (
    <div className="mx-auto max-w-prose px-6 py-24">
      <h1 className="font-semibold text-2xl">There are no packs yet</h1>
      <p className="py-4 text-ink-soft">
        A panel asks from a pack: one Markdown file with questions by competency. Put one into the folder
        content, start the server again, and come back.
      </p>
      <ButtonLink href="/">Back home</ButtonLink>
    </div>
  );
}
