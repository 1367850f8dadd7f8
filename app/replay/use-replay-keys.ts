import { useEffect } from 'react';
import { areSingleKeysOn } from '@/app/room/shell/single-keys';
import { isTyping } from '@/app/ui/is-typing';
import { keyMeans } from './key-means';

interface Keys {
  toggle(): void;
  jump(step: 1 | -1): void;
  faster(step: 1 | -1): void;
}

/** Keys for the replay, unless the person is typing or has turned single keys off. */
export function useReplayKeys({ toggle, jump, faster }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const meaning = keyMeans(event.key, areSingleKeysOn());
      if (meaning === null) return;
      // On a button or a link, space presses that.
      const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, a, summary');
      if (meaning.does === 'toggle' && isOnButton) return;
      event.preventDefault();
      if (meaning.does === 'toggle') toggle();
      else if (meaning.does === 'jump') jump(meaning.step);
      else faster(meaning.step);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
