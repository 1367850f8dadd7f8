'use client';

import {
  type ComponentProps,
  cloneElement,
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useId,
  useState,
} from 'react';
import { Later, useLater } from './later';
import { LayerNotLoaded } from './not-loaded';
import { whenIdle } from './when-idle';

export type MenuProps = {
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement<ComponentProps<'button'>>;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
};

const layer = new Later(() => import('./menu-layer'));
/** The open menu's own code, for its items. */
const PartsContext = createContext<typeof import('./menu-layer') | null>(null);

/**
 * A list of actions behind a button. It contains MenuItem, MenuLink, MenuLabel and MenuLine. Like a dialog's, its code
 * loads when the browser is idle.
 */
export function Menu({ trigger, align, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [needed, setNeeded] = useState(false);
  const [byKey, setByKey] = useState(false);
  const id = useId();
  const [wasOpen, setWasOpen] = useState(false);
  const state = useLater(layer, open);

  useEffect(() => whenIdle(() => void layer.ahead()), []);

  const show = (key: boolean) => {
    setNeeded(true);
    setByKey(key);
    setOpen(true);
  };

  return (
    <span className="relative inline-flex">
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        // A press on the button closes an open menu before the click event.
        onPointerDown: () => setWasOpen(open),
        onClick: (event) => {
          // By keyboard (`detail` 0) no press came before.
          if (event.detail === 0 || !wasOpen) show(event.detail === 0);
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show(true);
        },
      })}
      {needed && state.kind === 'here' ? (
        <PartsContext value={state.code}>
          <state.code.MenuLayer open={open} onOpenChange={setOpen} openerId={id} byKey={byKey} align={align}>
            {children}
          </state.code.MenuLayer>
        </PartsContext>
      ) : null}
      {open && state.kind === 'failed' ? (
        <LayerNotLoaded again={() => void layer.load()} onClose={() => setOpen(false)} />
      ) : null}
    </span>
  );
}

export type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  /** The shortcut, shown at the right. */
  keys?: ReactNode;
  /** For actions that end or remove something. */
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

/** One action of a menu. */
export function MenuItem(props: MenuItemProps) {
  const parts = use(PartsContext);
  return parts ? <parts.Item {...props} /> : null;
}

export type MenuLinkProps = { href: string; icon?: ReactNode; children: ReactNode };

/** A link in a menu. */
export function MenuLink(props: MenuLinkProps) {
  const parts = use(PartsContext);
  return parts ? <parts.ItemLink {...props} /> : null;
}

/** A quiet heading in a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  const parts = use(PartsContext);
  return parts ? <parts.Label>{children}</parts.Label> : null;
}

/** A line between groups of a menu. */
export function MenuLine() {
  const parts = use(PartsContext);
  return parts ? <parts.Line /> : null;
}
