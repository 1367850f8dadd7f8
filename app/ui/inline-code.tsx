/** One line of text whose `backticks` are code. Nothing else in it is formatted. */
export function InlineCode({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  if (parts.length === 1) return text;
  let at = 0;
  return parts.map((part, index) => {
    const key = at;
    at += part.length;
    return index % 2 === 0 ? (
      part
    ) : (
      <code
        key={key}
        className="rounded-[0.25rem] bg-ink/6 px-1 font-mono text-[0.92em] [overflow-wrap:anywhere]"
      >
        {part}
      </code>
    );
  });
}
