import { expect, test } from 'vitest';
import { isInAllowedGroup } from './allowed-group';

const GROUPS = ['Hiring team', 'staff'];

test.each([
  ['groups', { groups: ['other', 'staff'] }],
  ['groups', { groups: 'Hiring team' }],
  ['https://example.org/groups', { 'https://example.org/groups': ['staff'] }],
  ['realm_access.roles', { realm_access: { roles: ['staff'] } }],
])('somebody in a group may sign in: %s in %o', (claim, claims) => {
  expect(isInAllowedGroup(GROUPS, claim, claims)).toBe(true);
});

test.each([
  ['groups', {}],
  ['groups', { groups: [] }],
  ['groups', { groups: ['Staff', 'staffing'] }],
  ['groups', { groups: 'staff, other' }],
  ['groups', { groups: { staff: true } }],
  ['groups', null],
  ['constructor.name', {}],
  ['realm_access.roles', { realm_access: 'staff' }],
])('somebody else may not: %s in %o', (claim, claims) => {
  expect(isInAllowedGroup(GROUPS, claim, claims)).toBe(false);
});

test('without a list everybody may', () => {
  expect(isInAllowedGroup([], 'groups', {})).toBe(true);
});
