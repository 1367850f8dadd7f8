/** Everything of ours in this browser: words not sent yet and drafts, which the next person here may not read. */
export function forgetWords(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith('hotseat:')) storage.removeItem(key);
}
