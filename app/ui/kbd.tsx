import { clsx } from 'clsx';

/** A key or a chord to press: `<Kbd keys="Ctrl+Enter" />`. `inverted` on a dark ground. */
export function Kbd({ keys, inverted }: { keys: string; inverted?: boolean }) {
  return (
    <kbd className="inline-flex gap-0.5 font-sans">
      {keys.split('+').map((key) => (
        <kbd
          key={key}
          className={clsx(
            'min-w-5 rounded-[0.25rem] px-1 text-center font-medium font-sans text-xs leading-5',
            inverted
              ? 'inset-ring inset-ring-paper/30'
              : 'bg-sunken text-ink-soft inset-ring inset-ring-line',
          )}
        >
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
