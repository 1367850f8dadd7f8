/** Where this browser keeps things; null where it keeps nothing for this site, by throwing or by having none. */
export function browserPlace(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    const place: Storage | null = window[name];
    return place;
  } catch {
    return null;
  }
}
