import { describe, test } from 'vitest';
import type { Command, CommandType } from '../protocol/commands';
import { AUDIENCES } from '../protocol/words';
import { by, given, idOf } from '../testing/given';
import { asked, joined } from '../testing/stories';
import { MAY } from './permissions';

/** One of each command, with ids that nothing in the room has unless it matters. */
const COMMANDS: { [T in CommandType]: Extract<Command, { type: T }> } = {
  ChangeSettings: { type: 'ChangeSettings', settings: {} },
  SetAgenda: { type: 'SetAgenda', items: [] },
  SetReady: { type: 'SetReady', ready: true },
  AdmitMember: { type: 'AdmitMember', memberId: idOf('nobody') },
  DeclineMember: { type: 'DeclineMember', memberId: idOf('nobody') },
  ChangeRole: { type: 'ChangeRole', memberId: idOf('nobody'), role: 'observer' },
  RemoveMember: { type: 'RemoveMember', memberId: idOf('nobody') },
  HandOverHost: { type: 'HandOverHost', memberId: idOf('nobody') },
  TakeOverHost: { type: 'TakeOverHost' },
  ReclaimHost: { type: 'ReclaimHost' },
  LeaveRoom: { type: 'LeaveRoom' },
  RaiseHand: { type: 'RaiseHand', raised: true },
  EndRoom: { type: 'EndRoom' },
  StartRound: { type: 'StartRound', candidateId: null },
  PushItem: { type: 'PushItem', itemId: 'g1-q1', liveAskId: null },
  PushFollowUp: { type: 'PushFollowUp', askId: 'a9', followUpId: 'f' },
  PauseClock: { type: 'PauseClock', askId: 'a9' },
  ResumeClock: { type: 'ResumeClock', askId: 'a9' },
  AddTime: { type: 'AddTime', askId: 'a9', seconds: 60 },
  WithdrawAsk: { type: 'WithdrawAsk', askId: 'a9' },
  SkipAsk: { type: 'SkipAsk', askId: 'a9' },
  ReturnToAsk: { type: 'ReturnToAsk', askId: 'a9' },
  TakeMoment: { type: 'TakeMoment', askId: 'a9' },
  MarkPoint: { type: 'MarkPoint', askId: 'a9', pointId: 'p', mark: 'heard' },
  MarkStar: { type: 'MarkStar', askId: 'a9', letter: 'S', atMs: 1 },
  WriteNote: { type: 'WriteNote', askId: 'a9', noteId: 'note-0001', text: '', atMs: 0, shared: false },
  DeleteNote: { type: 'DeleteNote', askId: 'a9', noteId: 'note-0001' },
  SubmitRating: { type: 'SubmitRating', askId: 'a9', value: 3 },
  RateAgain: { type: 'RateAgain', askId: 'a9', value: 3 },
  RevealRatings: { type: 'RevealRatings', askId: 'a9' },
  SendMessage: { type: 'SendMessage', roundId: 'r9', text: 'hi' },
  StartDeliberation: { type: 'StartDeliberation', roundId: 'r9' },
  WriteReflection: { type: 'WriteReflection', roundId: 'r9', text: '', shared: false },
  RateSelf: { type: 'RateSelf', askId: 'a9', value: 3 },
  SubmitVerdict: { type: 'SubmitVerdict', roundId: 'r9', verdict: 'yes', rationale: '' },
  ExcuseVerdict: { type: 'ExcuseVerdict', roundId: 'r9', memberId: idOf('nobody') },
  OpenDebrief: { type: 'OpenDebrief', roundId: 'r9' },
  PublishRound: {
    type: 'PublishRound',
    roundId: 'r9',
    sharing: { ratings: false, keyPoints: false, verdicts: false },
  },
};
const everyCommand = Object.values(COMMANDS);
const people = {
  host: 'hana',
  panelist: 'pia',
  observer: 'olga',
  candidate: 'carl',
  waiting: 'wanda',
} as const;

describe('permission', () => {
  const room = [...asked(), ...joined('wanda', 'panelist', true)];

  test.each(AUDIENCES)('[ROOM-6] %s: every command that the table does not give is refused', (audience) => {
    for (const command of everyCommand) {
      if (MAY[command.type].includes(audience)) continue;
      given(room)
        .when(people[audience], command)
        .rejects(audience === 'waiting' ? 'not-admitted' : 'not-allowed');
    }
  });

  test('[ROOM-6] permission follows the role: nothing of it is kept from before', () => {
    const demoted = by('hana', { type: 'RoleChanged', memberId: idOf('pia'), role: 'observer' });
    given(room, demoted).when('pia', { type: 'PauseClock', askId: 'a1' }).rejects('not-allowed');
  });

  test('[ROOM-7] strangers, people who left or were turned away, and removed people are refused everything', () => {
    for (const command of everyCommand) {
      given(room).when('zoe', command).rejects('not-a-member');
      given(room).when(null, command).rejects('not-a-member');
      given().when('hana', command).rejects('not-a-member');
      const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
      // Sent again, leaving has the effect already.
      if (command.type !== 'LeaveRoom') given(room, left).when('pia', command).rejects('not-a-member');
      const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('wanda') });
      given(room, declined).when('wanda', command).rejects('not-a-member');
      const removed = by('hana', { type: 'MemberRemoved', memberId: idOf('pia') });
      given(room, removed).when('pia', command).rejects('removed');
    }
  });

  test('[ROOM-8] a candidate is refused alike whether an ask is rated, opened, or was never there', () => {
    const opened1 = by('hana', { type: 'AskRevealed', askId: 'a1', panel: [] });
    for (const history of [asked(), [...asked(), ...opened1]])
      for (const askId of ['a1', 'a9'])
        for (const type of ['SubmitRating', 'RateAgain'] as const)
          given(history).when('carl', { type, askId, value: 3 }).rejects('not-allowed');
  });
});
