import { useEffect } from 'react';
import { isTyping } from '@/app/ui/is-typing';

interface Keys {
  toggle(): void;
  jump(step: 1 | -1): void;
  faster(step: 1 | -1): void;
}

/** Space plays and pauses, J and L jump back and forward, the comma and the full stop change the speed. */
export function useReplayKeys({ toggle, jump, faster }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const onButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
      if (event.key === ' ' && !onButton) toggle();
      else if (event.key === 'j') jump(-1);
      else if (event.key === 'l') jump(1);
      else if (event.key === ',') faster(-1);
      else if (event.key === '.') faster(1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
