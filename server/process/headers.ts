export interface HeaderInput {
  /** For example `https://panel.example.org`. */
  publicUrl: string;
  /** New for every response: scripts without it do not run. */
  nonce: string;
  /** Next's development server evaluates code and talks to the page over a socket of its own. */
  dev: boolean;
  /** The sign-in services, since `form-action` also applies to a form's redirects. */
  signInOrigins: readonly string[];
}

/** Next reads the nonce from this header of the request, and adds it to its scripts. */
export const CSP = 'content-security-policy';

/**
 * Headers of every answer. There is no referrer, since the address of an invite link contains its token.
 * `style-src` allows inline styles, which the component libraries set.
 */
export function securityHeaders(input: HeaderInput): Record<string, string> {
  const { publicUrl, nonce, dev, signInOrigins } = input;
  const socket = publicUrl.replace(/^http/, 'ws');
  const policy = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    // A recording of one's own, which never leaves the browser.
    'media-src': "'self' blob:",
    'font-src': "'self'",
    'connect-src': `'self' ${socket}${dev ? ' ws:' : ''}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': ["'self'", ...signInOrigins].join(' '),
    'frame-ancestors': "'none'",
  };
  return {
    [CSP]: Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
