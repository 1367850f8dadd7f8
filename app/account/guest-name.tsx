import { Field, type FieldProps } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import type { Guest } from './use-guest';

type GuestNameProps = Pick<FieldProps, 'hint' | 'className'> & {
  guest: Guest;
  /** What the server said of it. */
  failure?: string | null;
  large?: boolean;
};

/** Where somebody enters the name that the others will see. */
export function GuestName({ guest, failure, large = false, ...field }: GuestNameProps) {
  return (
    <Field label="Your name" error={guest.problem ?? failure} {...field}>
      {(control) => (
        <Input
          {...control}
          ref={guest.field}
          name="name"
          autoComplete="name"
          className={large ? 'min-h-(--control-lg)' : undefined}
          value={guest.name}
          onChange={(event) => guest.setName(event.target.value)}
        />
      )}
    </Field>
  );
}
