/** The names of the three marks, above their column. Each mark also has its name for a screen reader. */
export function MarkHeads({ words }: { words: Record<string, string> }) {
  return (
    <div aria-hidden="true" className="flex text-ink-soft text-xs">
      {Object.values(words).map((word) => (
        <span key={word} className="w-11 text-center">
          {word}
        </span>
      ))}
    </div>
  );
}
