/** Whether a link leads to the computer on which it is opened, so that it works on no other. */
export function isLocal(url: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
