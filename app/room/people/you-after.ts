/** What follows one's own name, for oneself. A visitor who gave no name is called "You" already. */
export function youAfter(name: string): string {
  return name === 'You' ? '' : ' (you)';
}
