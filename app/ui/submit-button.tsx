'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** The button that sends its form: pending by itself while a server action runs. */
export function SubmitButton({ pending, ...rest }: Omit<ButtonProps, 'type'>) {
  const form = useFormStatus();
  return <Button {...rest} type="submit" pending={pending ?? form.pending} />;
}
