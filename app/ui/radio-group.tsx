import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type Choice<T extends string> = { value: T; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type ChoiceProps<T extends string> = {
  /** Says what the choice is about. With `legendHidden` only screen readers get it. */
  legend: ReactNode;
  legendHidden?: boolean;
  name: string;
  choices: readonly Choice<T>[];
  /** The controlled value, with `onChange`. */
  value?: T | null;
  /** The first value if the form keeps it. */
  defaultValue?: T;
  onChange?: (value: T) => void;
  disabled?: boolean;
  className?: string;
};

/** The props of one native radio of a group. */
export function radioProps<T extends string>(group: ChoiceProps<T>, choice: Choice<T>) {
  const { name, value, defaultValue, onChange } = group;
  const steered = value !== undefined;
  return {
    type: 'radio' as const,
    name,
    value: choice.value,
    disabled: group.disabled || choice.disabled,
    ...(steered ? { checked: value === choice.value } : { defaultChecked: defaultValue === choice.value }),
    ...(onChange ? { onChange: () => onChange(choice.value) } : steered ? { readOnly: true } : {}),
  };
}

/** One of a few, each with space for a hint, as native radios with arrow keys. */
export function RadioGroup<T extends string>(props: ChoiceProps<T>) {
  return (
    <fieldset className={clsx('min-w-0', props.className)}>
      <legend className={props.legendHidden ? 'sr-only' : 'mb-1 font-medium text-sm'}>{props.legend}</legend>
      {props.choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-(--control-sm) cursor-pointer items-start gap-3 py-1 has-disabled:cursor-default has-disabled:opacity-45"
        >
          <input
            {...radioProps(props, choice)}
            className="mt-1 size-4 shrink-0 cursor-pointer appearance-none rounded-full bg-raised inset-ring inset-ring-edge transition-[box-shadow] checked:inset-ring-5 checked:inset-ring-ink focus-visible:rounded-full"
          />
          <span className="min-w-0">
            <span className="block leading-6">{choice.label}</span>
            {choice.hint ? <span className="block text-ink-soft text-sm">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
