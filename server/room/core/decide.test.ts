import { describe, test } from 'vitest';
import type { Command } from '../../protocol/commands';
import { AUDIENCES } from '../../protocol/words';
import { by, given, idOf } from '../../testing/given';
import { asked, joined } from '../../testing/stories';
import { COMMANDS } from './decide';

/** One of each command. The room rejects them before it looks at their contents. */
const everyCommand = Object.keys(COMMANDS).map((type) => ({ type }) as Command);
const people = {
  host: 'hana',
  panelist: 'pia',
  observer: 'olga',
  candidate: 'carl',
  waiting: 'wanda',
} as const;

describe('permission', () => {
  const room = [...asked(), ...joined('wanda', 'panelist', true)];

  test.each(AUDIENCES)('[ROOM-6] %s: every command outside their table is rejected', (audience) => {
    for (const command of everyCommand) {
      if (COMMANDS[command.type].may.includes(audience)) continue;
      given(room)
        .when(people[audience], command)
        .rejects(audience === 'waiting' ? 'not-admitted' : 'not-allowed');
    }
  });

  test('[ROOM-6] permission follows the current role, not an earlier one', () => {
    const demoted = by('hana', { type: 'RoleChanged', memberId: idOf('pia'), role: 'observer' });
    given(room, demoted).when('pia', { type: 'PauseClock', askId: 'a1' }).rejects('not-allowed');
  });

  test('[ROOM-7] every command of a stranger, a person who left, was declined or was removed is rejected', () => {
    for (const command of everyCommand) {
      given(room).when('zoe', command).rejects('not-a-member');
      given(room).when(null, command).rejects('not-a-member');
      given().when('hana', command).rejects('not-a-member');
      const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
      if (command.type !== 'LeaveRoom') given(room, left).when('pia', command).rejects('not-a-member');
      const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('wanda') });
      given(room, declined).when('wanda', command).rejects('not-a-member');
      const removed = by('hana', { type: 'MemberRemoved', memberId: idOf('pia') });
      given(room, removed).when('pia', command).rejects('removed');
    }
  });

  test('[ROOM-8] a candidate gets the same rejection whether an ask is rated, revealed or unknown', () => {
    const opened1 = by('hana', { type: 'AskRevealed', askId: 'a1', panel: [] });
    for (const history of [asked(), [...asked(), ...opened1]])
      for (const askId of ['a1', 'a9'])
        for (const type of ['SubmitRating', 'RateAgain'] as const)
          given(history).when('carl', { type, askId, value: 3 }).rejects('not-allowed');
  });
});
