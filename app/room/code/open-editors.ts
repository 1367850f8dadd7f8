/** The asks whose code an editor of this window shows: it sends what is typed there itself. */
let open: readonly string[] = [];
const listeners = new Set<() => void>();

function change(next: readonly string[]): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Until the returned function is called. */
export function editorOpens(askId: string): () => void {
  change([...open, askId]);
  return () => change(open.toSpliced(open.indexOf(askId), 1));
}

export const openEditors = {
  get: (): readonly string[] => open,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
