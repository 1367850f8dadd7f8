import { clsx } from 'clsx';
import { type ChoiceProps, radioProps } from './radio-group';

type SegmentedProps<T extends string> = ChoiceProps<T> & { size?: 'sm' | 'md' };

/** One of two to six short words in a row, as native radios with arrow keys. Same props as RadioGroup. */
export function Segmented<T extends string>({ size = 'md', ...props }: SegmentedProps<T>) {
  return (
    <fieldset className={clsx('min-w-0', props.className)}>
      <legend className={props.legendHidden ? 'sr-only' : 'mb-1.5 font-medium text-sm'}>
        {props.legend}
      </legend>
      <div className="flex rounded bg-sunken p-0.5 inset-ring inset-ring-line">
        {props.choices.map((choice) => (
          <label
            key={choice.value}
            className={clsx(
              'relative flex min-w-0 flex-1 cursor-pointer items-center justify-center rounded px-3 text-center text-ink-soft text-sm transition-colors',
              'hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-edge',
              'has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2 has-disabled:cursor-default has-disabled:opacity-45',
              size === 'sm' ? 'min-h-(--control-sm)' : 'min-h-(--control-md)',
            )}
          >
            <input
              {...radioProps(props, choice)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span className="truncate">{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
