import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { HTTP_ROUTES } from './http-routes';

const API = join(import.meta.dirname, '../../app/api');

/** `GET /api/rooms/{roomId}/invites`, … as the folder has them. */
function routesInFolder(): string[] {
  return readdirSync(API, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'route.ts')
    .flatMap(({ parentPath, name }) => {
      const path = relative(API, parentPath).replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}');
      const source = readFileSync(join(parentPath, name), 'utf8');
      const methods = source.matchAll(
        /export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b|\bas (GET|POST)\b/g,
      );
      return [...methods].map(([, method, as]) => `${method ?? as} /api/${path}`);
    });
}

test('every route under app/api is described, and no other', () => {
  const routes = routesInFolder();
  expect(routes.length).toBeGreaterThan(40);
  expect(Object.keys(HTTP_ROUTES).sort()).toEqual(routes.sort());
});
