/** Where next-auth's answer sends a browser, changed: a redirect, or the address that it gives to our own script. */
export async function onward(response: Response, change: (target: URL) => void): Promise<Response> {
  const location = response.headers.get('location');
  if (location !== null) {
    const headers = new Headers(response.headers);
    headers.set('location', changed(location, change));
    return new Response(response.body, { status: response.status, headers });
  }
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
  const body: unknown = await response.json();
  const told: unknown = Reflect.get(Object(body), 'url');
  const next = typeof told === 'string' ? { url: changed(told, change) } : body;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(next), { status: response.status, headers });
}

/**
 * Says in our own words what next-auth says with a code. An error gets the reference that finds it in the log:
 * `Callback` becomes `Callback.1a2b3c4d`. A form without the cookie set before it means that the browser keeps no
 * cookies.
 */
export function saysWhy(target: URL, reference: string | null): void {
  const error = target.searchParams.get('error');
  if (error !== null && reference !== null) target.searchParams.set('error', `${error}.${reference}`);
  if (target.searchParams.get('csrf') !== 'true') return;
  target.searchParams.delete('csrf');
  target.searchParams.set('error', 'CookiesBlocked');
}

/** An address without a host stays without one. */
function changed(address: string, change: (target: URL) => void): string {
  const nowhere = 'http://hotseat.invalid';
  if (!URL.canParse(address, nowhere)) return address;
  const target = new URL(address, nowhere);
  const before = target.href;
  change(target);
  if (target.href === before) return address;
  return target.origin === nowhere ? target.pathname + target.search + target.hash : target.href;
}
