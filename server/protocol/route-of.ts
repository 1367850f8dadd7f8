import { HTTP_ROUTES } from './http-routes';

const PATTERNS = Object.keys(HTTP_ROUTES)
  .map((route) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path, parts: path.split('/') };
  })
  // Where two fit, the one that leaves less open is meant.
  .sort((a, b) => openIn(a.path) - openIn(b.path));

function openIn(path: string): number {
  return path.split('{').length;
}

/**
 * The address of a request as `HTTP_ROUTES` describes it, for the log: what takes the place of `{token}` opens a room or a
 * scorecard for anybody who reads it.
 */
export function routeOf(method: string, pathname: string): string {
  const asked = pathname.split('/');
  const fits = (parts: string[]) =>
    parts.length === asked.length && parts.every((part, i) => part.startsWith('{') || part === asked[i]);
  const found = PATTERNS.find((pattern) => pattern.method === method && fits(pattern.parts));
  return found ? found.path : `/${asked[1]}/…`;
}
