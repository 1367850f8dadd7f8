/** What was saved in another window meanwhile. Saving here keeps it, with what is typed here after it. */
export function SavedElsewhere({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <div role="status" className="border-line border-l-2 pl-3 text-sm">
      <p className="text-ink-soft">Saved in another window meanwhile. Your text here is added to it:</p>
      <p className="wrap-anywhere line-clamp-6 whitespace-pre-wrap">{text}</p>
    </div>
  );
}
