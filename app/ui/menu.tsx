'use client';

import {
  type ComponentProps,
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useState,
} from 'react';
import { whenIdle } from './when-idle';

export type MenuProps = {
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement<ComponentProps<'button'>>;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
};

const fetchLayer = () => import('./menu-layer');
const Layer = lazy(fetchLayer);
const Item = lazy(async () => ({ default: (await fetchLayer()).Item }));
const ItemLink = lazy(async () => ({ default: (await fetchLayer()).ItemLink }));
const Label = lazy(async () => ({ default: (await fetchLayer()).Label }));
const Line = lazy(async () => ({ default: (await fetchLayer()).Line }));

/**
 * A list of actions behind a button. Inside: MenuItem, MenuLink, MenuLabel, MenuLine. Like a dialog's, its code comes
 * when the browser is idle.
 */
export function Menu({ trigger, align, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [needed, setNeeded] = useState(false);
  const id = useId();
  const [wasOpen, setWasOpen] = useState(false);

  useEffect(() => whenIdle(() => void fetchLayer()), []);

  const show = () => {
    setNeeded(true);
    setOpen(true);
  };

  return (
    <span className="relative inline-flex">
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        // A press on the button closes an open menu before it is a click.
        onPointerDown: () => setWasOpen(open),
        onClick: (event) => {
          // By keyboard (`detail` 0) no press came before.
          if (event.detail === 0 || !wasOpen) show();
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show();
        },
      })}
      {needed ? (
        <Suspense>
          <Layer open={open} onOpenChange={setOpen} openerId={id} align={align}>
            {children}
          </Layer>
        </Suspense>
      ) : null}
    </span>
  );
}

export type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  /** The key that does the same, at the right. */
  keys?: ReactNode;
  /** For what ends or removes. */
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

/** One action of a menu. */
export function MenuItem(props: MenuItemProps) {
  return <Item {...props} />;
}

export type MenuLinkProps = { href: string; icon?: ReactNode; children: ReactNode };

/** A place to go to, in a menu. */
export function MenuLink(props: MenuLinkProps) {
  return <ItemLink {...props} />;
}

/** A quiet heading in a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Label>{children}</Label>;
}

/** A line between groups of a menu. */
export function MenuLine() {
  return <Line />;
}
