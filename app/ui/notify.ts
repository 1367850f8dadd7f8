import { Later } from './later';

type Notice = {
  /** A second, quieter line: what is safe, what to do. */
  more?: string;
  /** A button, usually Undo: a short verb and what it does. */
  action?: { label: string; run: () => void };
  /** A failure stays until it is dismissed, and is announced at once. */
  failed?: boolean;
  /** Called when it has disappeared for any reason. */
  onGone?: (how: 'closed' | 'replaced') => void;
};

export type PlainNotice = Notice & { title: string };

/** The toasts' code, which loads with the first notice or ahead of it. */
export const toasts = new Later(() => import('./toasts'));

let plain: PlainNotice | null = null;
const listeners = new Set<() => void>();

/** The latest notice, for while the toasts' code cannot be loaded. */
export const plainNotice = {
  get: () => plain,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  show(notice: PlainNotice | null): void {
    const before = plain;
    plain = notice;
    for (const listener of listeners) listener();
    before?.onGone?.(notice === null ? 'closed' : 'replaced');
  },
};

/**
 * A quiet notice at the bottom of the screen: `notify('Question withdrawn', { action: { label: 'Undo', run } })`. Resolves
 * with a function that removes it early.
 */
export async function notify(title: string, notice: Notice = {}): Promise<() => void> {
  const code = await toasts.load();
  if (!code) {
    const said = { title, ...notice };
    plainNotice.show(said);
    return () => {
      if (plain === said) plainNotice.show(null);
    };
  }
  const { more, action, failed, onGone } = notice;
  const id = (failed ? code.toast.error : code.toast)(title, {
    description: more,
    duration: failed ? Number.POSITIVE_INFINITY : action ? 8_000 : 4_000,
    closeButton: failed,
    action: action ? { label: action.label, onClick: action.run } : undefined,
    onDismiss: () => onGone?.('closed'),
    onAutoClose: () => onGone?.('closed'),
  });
  return () => code.toast.dismiss(id);
}
