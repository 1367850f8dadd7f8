import { expect, test } from 'vitest';
import { HTTP_ROUTES } from './http-routes';
import { routeOf } from './route-of';

test('an address is logged as it is described, without what a person’s own contains', () => {
  expect(routeOf('POST', '/api/packs/shared/s3cr3t')).toBe('/api/packs/shared/{token}');
  expect(routeOf('GET', '/api/invites/abcd-efgh-jkmn/calendar')).toBe('/api/invites/{token}/calendar');
  expect(routeOf('GET', '/api/scorecards/kept/ks_1')).toBe('/api/scorecards/kept/{keptId}');
  expect(routeOf('GET', '/api/scorecards/rm_1/rd_1')).toBe('/api/scorecards/{roomId}/{roundId}');
  expect(routeOf('GET', '/api/no/such/s3cr3t')).toBe('/api/…');
  for (const route of Object.keys(HTTP_ROUTES)) {
    const [method = '', path = ''] = route.split(' ');
    expect(routeOf(method, path.replaceAll(/\{\w+\}/g, 'x'))).toBe(path);
  }
});
