export type Side = 'top' | 'right' | 'bottom' | 'left';

type Size = { width: number; height: number };
type Box = Size & { left: number; top: number };

const GAP = 6;
const EDGE = 8;

/** The place of a floating box beside its anchor: on `side`, or opposite if it does not fit, and never off the screen. */
export function beside(anchor: Box, box: Size, side: Side, screen: Size): { left: number; top: number } {
  const centred = {
    left: anchor.left + (anchor.width - box.width) / 2,
    top: anchor.top + (anchor.height - box.height) / 2,
  };
  const at = {
    top: { ...centred, top: anchor.top - box.height - GAP },
    bottom: { ...centred, top: anchor.top + anchor.height + GAP },
    left: { ...centred, left: anchor.left - box.width - GAP },
    right: { ...centred, left: anchor.left + anchor.width + GAP },
  };
  const across = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
  const fits = ({ left, top }: { left: number; top: number }) =>
    side === 'top' || side === 'bottom'
      ? top >= EDGE && top + box.height <= screen.height - EDGE
      : left >= EDGE && left + box.width <= screen.width - EDGE;
  const chosen = fits(at[side]) ? at[side] : at[across[side]];
  const within = (value: number, length: number, room: number) =>
    Math.max(EDGE, Math.min(value, room - length - EDGE));
  return {
    left: within(chosen.left, box.width, screen.width),
    top: within(chosen.top, box.height, screen.height),
  };
}
