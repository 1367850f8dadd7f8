import { describe, expect, test } from 'vitest';
import { displayName, typedName } from '../protocol/display-name';
import { by, given, idOf, stateOf } from '../testing/given';
import { asked, joined, ledLobby, opened, principalOf } from '../testing/stories';
import type { RoomCommand } from './core/decision';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const rename = (name: string, to: string) =>
  ({ type: 'RenameMember', memberId: idOf(name), name: to }) as const;
const renamed = (name: string, to: string) =>
  ({ type: 'MemberRenamed', memberId: idOf(name), name: to }) as const;

describe('names', () => {
  test('[NAME-1] everyone can rename themselves, and the host can rename anyone', () => {
    given(asked()).when('carl', rename('carl', 'Carla')).makes(renamed('carl', 'Carla'));
    given(asked()).when('hana', rename('pia', 'Pia L.')).makes(renamed('pia', 'Pia L.'));
    given(asked()).when('pia', rename('paul', 'Saul')).rejects('not-allowed');
    given(asked()).when('hana', rename('zoe', 'Zoë')).rejects('not-found');
    given(asked()).when('pia', rename('pia', 'pia')).changesNothing();
  });

  test('[NAME-1] everyone sees the new name', () => {
    const state = stateOf(asked(), by('pia', renamed('pia', 'Sofia')));
    expect(JSON.stringify(viewOf(state, 'candidate'))).toContain('Sofia');
    expect(JSON.stringify(viewOf(state, 'host'))).not.toContain('"pia"');
  });

  test('[NAME-1] a person whose name the host changed is told so, until they change it themselves', () => {
    const toldAt = (...events: Parameters<typeof stateOf>) =>
      mineOf(stateOf(asked(), ...events), idOf('pia'))?.correctedAt;
    expect(toldAt()).toBeNull();
    expect(toldAt(by('hana', renamed('pia', 'Sofia')))).toEqual(expect.any(Number));
    expect(toldAt(by('hana', renamed('pia', 'Sofia')), by('pia', renamed('pia', 'Pia L.')))).toBeNull();
  });

  test('[NAME-2] equal names are fine, but an imitation of somebody’s name is rejected', () => {
    const join = (name: string): RoomCommand => ({
      type: 'JoinRoom',
      memberId: idOf('zoe'),
      principalIds: [principalOf('zoe')],
      name,
      tokenHash: 'panelist',
    });
    given(ledLobby()).when(null, join('pia')).state();
    given(ledLobby()).when(null, join('PIA')).state();
    for (const imitation of ['p\u200bia', 'pia\u2060', 'p\u00adia', 'pia\u3164', 'p\ufe0fia']) {
      expect(typedName.parse(imitation)).toBe(imitation);
      given(ledLobby()).when(null, join(imitation)).rejects('name-imitates');
      given(ledLobby()).when('paul', rename('paul', imitation)).rejects('name-imitates');
    }
    for (const mixed of ['pi\u0430', '\u0440ia', '\u03c1ia'])
      given(ledLobby()).when(null, join(mixed)).rejects('name-imitates');
    // Wholly in another alphabet it may be somebody's own name.
    given(ledLobby(), by('pia', renamed('pia', 'Capa')))
      .when('paul', rename('paul', 'Сара'))
      .makes(renamed('paul', 'Сара'));
    given(ledLobby()).when(null, join('\u200b')).rejects('bad-command');
    const [persian, joinedUp] = ['می\u200cخواهم', 'میخواهم'];
    expect(displayName.parse(persian)).toBe(persian);
    given(ledLobby(), by('pia', renamed('pia', persian)))
      .when('paul', rename('paul', joinedUp))
      .rejects('name-imitates');
  });

  test('[NAME-2] signs that nobody can see are never part of a name', () => {
    given(ledLobby()).when('paul', rename('paul', ' P\u200baul\u2060 ')).makes(renamed('paul', 'Paul'));
    given(ledLobby(), by('paul', renamed('paul', 'Paul')))
      .when('paul', rename('paul', 'Pa\u00adul'))
      .changesNothing();
    given(ledLobby()).when('paul', rename('paul', '\u200b')).rejects('bad-command');
  });

  test('[NAME-2] [SEE-20] no rejected name tells a candidate who else is waiting or has the hot seat', () => {
    const hidden = [opened('led'), joined('carl', 'candidate'), joined('zed', 'candidate', true)];
    given(...hidden, joined('yan', 'candidate'))
      .when('yan', rename('yan', 'c\u200barl'))
      .makes(renamed('yan', 'carl'));
    given(...hidden)
      .when('carl', rename('carl', 'z\u200bed'))
      .makes(renamed('carl', 'zed'));
  });
});
