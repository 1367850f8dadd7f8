type Notice = {
  /** A second, quieter line: what is safe, what to do. */
  more?: string;
  /** The way back: a short verb and what it does. */
  action?: { label: string; run: () => void };
  /** A failure stays until it is dismissed and is spoken at once. */
  failed?: boolean;
  /** Called when it is gone, however it went. */
  onGone?: () => void;
};

let wake: (() => void) | null = null;
let woken = false;

/** Runs `then` at the first notice, also when that was before. */
export function onFirstNotice(then: () => void): () => void {
  wake = then;
  if (woken) then();
  return () => {
    wake = null;
  };
}

/**
 * A quiet word at the bottom of the screen: `notify('Question withdrawn', { action: { label: 'Undo', run } })`. Resolves
 * with what takes it away before its time.
 */
export async function notify(
  title: string,
  { more, action, failed, onGone }: Notice = {},
): Promise<() => void> {
  woken = true;
  wake?.();
  const { toast } = await import('sonner');
  const id = (failed ? toast.error : toast)(title, {
    description: more,
    duration: failed ? Number.POSITIVE_INFINITY : action ? 8_000 : 4_000,
    closeButton: failed,
    action: action ? { label: action.label, onClick: action.run } : undefined,
    onDismiss: onGone,
    onAutoClose: onGone,
  });
  return () => toast.dismiss(id);
}
