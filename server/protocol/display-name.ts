import { z } from 'zod';
import { shownName } from './shown-name';

/** A name as a person typed it. The room shows its `shownName`, and looks whether it imitates somebody's. */
export const typedName = z
  .string()
  .max(1_000)
  .refine((text) => shownName(text) !== null, 'a name shows something, in one line that is not too long');

/** A person's name as it is shown: see `shownName`. */
export const displayName = z.string().transform((text, context) => {
  const name = shownName(text);
  if (name !== null) return name;
  context.addIssue({ code: 'custom', message: 'a name shows something, in one line that is not too long' });
  return z.NEVER;
});
