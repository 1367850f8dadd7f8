/** A browser without a screen: one cookie jar, and it follows redirects like a real one. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(private readonly home: string) {}

  /** The value of a request's `Cookie` header. All ports of a host share cookies, as in a real browser. */
  get cookieHeader(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Another device with the same cookies. */
  copy(): Browser {
    const copy = new Browser(this.home);
    for (const [name, value] of this.jar) copy.jar.set(name, value);
    return copy;
  }

  /** Where the browser ends up, after all redirects. */
  async visit(path: string, init: RequestInit = {}): Promise<{ url: URL; response: Response }> {
    let url = new URL(path, this.home);
    let request = init;
    for (let hops = 0; hops < 10; hops += 1) {
      const headers = new Headers(request.headers);
      headers.set('cookie', this.cookieHeader);
      const response = await fetch(url, { ...request, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) this.keep(line);
      const location = response.headers.get('location');
      if (!location) return { url, response };
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`Too many redirects, the last to ${url.href}`);
  }

  /** Sends one of next-auth's forms, with its CSRF token. */
  async send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const { response } = await this.visit('/api/auth/csrf');
    const { csrfToken } = await response.json();
    const body = new URLSearchParams({ csrfToken, ...fields });
    return this.visit(path, { method: 'POST', body, headers });
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (gone) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
