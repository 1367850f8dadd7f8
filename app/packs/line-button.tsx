interface LineButtonProps {
  line: number;
  /** Names the item for screen readers. */
  of: string;
  onGo: (line: number) => void;
}

/** Jumps to the source line of something that was read. */
export function LineButton({ line, of, onGo }: LineButtonProps) {
  return (
    <button
      type="button"
      onClick={() => onGo(line)}
      aria-label={`Line ${line}, ${of}`}
      className="flex min-h-(--control-sm) w-11 shrink-0 items-center justify-end self-start rounded pr-2 text-ink-soft text-xs tabular hover:bg-ink/6 hover:text-ink focus-visible:-outline-offset-2"
    >
      {line}
    </button>
  );
}
