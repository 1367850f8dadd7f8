/** The id of the heading over the invite links. */
export const INVITES = 'invites';

/** In the lobby the links are on the page, in a narrow window far below. */
export function showInvites(): void {
  const heading = document.getElementById(INVITES);
  heading?.scrollIntoView({ block: 'start' });
  heading?.closest('section')?.querySelector('button')?.focus();
}
