import { describe, expect, test } from 'vitest';
import { readiness, type Sitter } from './readiness';

const person = (id: string, over: Partial<Sitter> = {}): Sitter => ({
  id,
  called: id,
  role: 'panelist',
  ready: true,
  sat: false,
  me: false,
  steersOnly: false,
  ...over,
});

describe('a led room', () => {
  test('waits for the candidate', () => {
    expect(readiness('led', [person('Priya', { me: true })], null, []).missing).toContain('candidate');
  });
  test('asks the host to let in the person who waits, instead of sending links again', () => {
    const host = [person('Priya', { me: true, steersOnly: true })];
    const noor = person('Noor', { role: 'candidate' });
    expect(readiness('led', host, null, [noor]).missing).toBe(
      'Noor waits to take the hot seat. Let them in.',
    );
    expect(readiness('led', [...host, noor], null, [person('Sam')]).missing).toContain('Let the panel in.');
  });
  test('can start with a candidate and a host, and says who is not ready', () => {
    const people = [
      person('Priya', { me: true, ready: false }),
      person('Noor', { role: 'candidate', ready: false }),
    ];
    expect(readiness('led', people, null, [])).toEqual({
      candidateId: 'Noor',
      missing: null,
      advice: 'Noor isn’t ready yet. You can still start.',
    });
  });
  test('does not start with a person who has had the hot seat', () => {
    const people = [person('Priya'), person('Noor', { role: 'candidate', sat: true })];
    expect(readiness('led', people, null, []).candidateId).toBeNull();
  });
});

test('a host who only steers is no panel', () => {
  const people = [person('Priya', { me: true, steersOnly: true }), person('Noor', { role: 'candidate' })];
  expect(readiness('led', people, null, []).missing).toContain('Nobody is here');
});

describe('a peer room', () => {
  test('needs a second person to ask', () => {
    expect(readiness('peer', [person('Priya', { me: true })], 'Priya', []).missing).toContain(
      'Nobody is here',
    );
  });
  test('an observer does not make a panel', () => {
    const people = [person('Priya', { me: true }), person('Ola', { role: 'observer' })];
    expect(readiness('peer', people, 'Priya', []).missing).not.toBeNull();
  });
  test('starts with the chosen person', () => {
    const people = [person('Priya', { me: true }), person('Sam'), person('Lee')];
    expect(readiness('peer', people, 'Sam', [])).toEqual({
      candidateId: 'Sam',
      missing: null,
      advice: 'Everybody is ready.',
    });
  });
  test('the choice is void when that person has left the room', () => {
    expect(readiness('peer', [person('Priya'), person('Sam')], 'Gone', []).missing).toBe(
      'Choose who goes first.',
    );
  });
});
