/** Hands a pack's Markdown over as a file, as the browser does with any download. */
export function download(packId: string): void {
  window.location.assign(`/api/packs/${packId}/source`);
}
