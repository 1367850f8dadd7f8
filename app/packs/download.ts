/** Downloads a pack's Markdown as a file. */
export function download(packId: string): void {
  window.location.assign(`/api/packs/${packId}/source`);
}
