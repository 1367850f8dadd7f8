import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';
export type ButtonLook = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for just an icon. */
  square?: boolean;
  className?: string;
};

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-ember text-ember-ink hover:bg-ember-strong',
  plain: 'bg-raised text-ink inset-ring inset-ring-edge hover:bg-sunken hover:inset-ring-ink',
  quiet: 'text-ink-soft hover:bg-ink/6 hover:text-ink aria-expanded:bg-ink/6 aria-expanded:text-ink',
  danger: 'bg-raised text-missed inset-ring inset-ring-missed hover:bg-missed hover:text-paper',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'min-h-(--control-sm) px-3 text-sm',
  md: 'min-h-(--control-md) px-4 text-sm',
  lg: 'min-h-(--control-lg) px-5 text-base',
};

const SQUARES: Record<ButtonSize, string> = {
  sm: 'size-(--control-sm)',
  md: 'size-(--control-md)',
  lg: 'size-(--control-lg)',
};

/** The look of a button, for elements that are not a `<button>`. `primary` (ember) is only for live things and the next action. */
export function buttonClass({ variant = 'plain', size = 'md', square, className }: ButtonLook = {}): string {
  return clsx(
    'inline-flex select-none items-center justify-center gap-2 rounded font-medium whitespace-nowrap',
    'transition-[background-color,color,box-shadow] active:translate-y-px [&_svg]:shrink-0',
    'disabled:pointer-events-none disabled:opacity-45 aria-busy:cursor-default',
    'not-aria-busy:aria-disabled:cursor-default not-aria-busy:aria-disabled:opacity-45',
    VARIANTS[variant],
    square ? SQUARES[size] : SIZES[size],
    className,
  );
}
