import { browserStorage } from '@/app/live/key-value';

/** Whether keys without Ctrl or ⌘ work in the room. People who dictate, or press keys by accident, turn them off. */
const NAME = 'hotseat:single-keys';

export function areSingleKeysOn(): boolean {
  return browserStorage().get(NAME) !== 'off';
}

export function turnSingleKeys(on: boolean): void {
  if (on) browserStorage().remove(NAME);
  else browserStorage().set(NAME, 'off');
}
