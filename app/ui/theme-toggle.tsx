'use client';

import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { IconButton } from './icon-button';

const ROUND = {
  system: { next: 'light', label: 'Theme: as the system. Switch to light', Icon: Monitor },
  light: { next: 'dark', label: 'Theme: light. Switch to dark', Icon: Sun },
  dark: { next: 'system', label: 'Theme: dark. Switch to the system’s', Icon: Moon },
} as const;

const never = () => () => {};

/** System, light, dark in turn: the icon and label, and the switch to the next one. */
export function useThemeTurn() {
  const { theme, setTheme } = useTheme();
  // The server does not know the theme: the first paint in the browser must match it.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { next, label, Icon } =
    ROUND[inBrowser && (theme === 'light' || theme === 'dark') ? theme : 'system'];
  return { label, Icon, turn: () => setTheme(next) };
}

/** The next theme, in a bar. */
export function ThemeToggle() {
  const { label, Icon, turn } = useThemeTurn();
  return (
    <IconButton label={label} onClick={turn}>
      <Icon size={18} aria-hidden="true" />
    </IconButton>
  );
}
