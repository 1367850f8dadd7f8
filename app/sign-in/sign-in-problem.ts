/** What next-auth's error words mean for the person who reads them. */
export function signInProblem(error: string | string[] | undefined): string | null {
  switch (error) {
    case undefined:
    case 'SessionRequired':
      return null;
    case 'AccessDenied':
      return 'The service did not let you in. Try another way below.';
    case 'GuestName':
      return 'That name cannot be shown. Use letters, up to 60 characters.';
    case 'TooManyGuests':
      return 'Many guests came in from your network just now. Wait a few minutes, then try again.';
    case 'Verification':
      return 'That link was used before, or is too old. Ask for a new one.';
    default:
      return 'Signing in did not work. Nothing is lost; try again, or another way below.';
  }
}
