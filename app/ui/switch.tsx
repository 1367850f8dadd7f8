import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** On or off, at once, with its label: a native checkbox, so it also works inside a form. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={clsx('flex min-h-(--control-sm) cursor-pointer items-start gap-3 py-1', className)}>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          {...rest}
          type="checkbox"
          className="peer h-5 w-9 cursor-pointer appearance-none rounded-full bg-sunken inset-ring inset-ring-edge transition-colors checked:bg-ink checked:inset-ring-ink focus-visible:rounded-full disabled:opacity-45"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-edge transition-transform peer-checked:translate-x-4 peer-checked:bg-paper" />
      </span>
      <span className="min-w-0">
        <span className="block text-base leading-6">{label}</span>
        {hint ? <span className="block text-ink-soft text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
