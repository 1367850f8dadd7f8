import { describe, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { by, given } from '../testing/given';
import { asked, ledLobby, rated, revealed } from '../testing/stories';

describe('the side channel', () => {
  const say = { type: 'SendMessage', roundId: 'r1', text: 'follow up on cost' } as const;

  test('[CHAT-1] the host, panelists and observers write into it', () => {
    for (const name of ['hana', 'pia', 'olga'])
      given(asked())
        .when(name, say)
        .makes({ type: 'MessageSent', roundId: 'r1', text: say.text, messageNo: 1 });
    given(revealed()).when('carl', say).rejects('not-allowed');
    given(ledLobby()).when('pia', say).rejects('no-round');
  });

  test('[CHAT-1] a round holds only so many messages', () => {
    const many = Array.from({ length: LIMITS.messagesPerRound }, (_, index) =>
      by('pia', { type: 'MessageSent', roundId: 'r1', text: 'one', messageNo: index + 1 }),
    ).flat();
    given(asked(), many.slice(1)).when('pia', say).state();
    given(asked(), many).when('pia', say).rejects('too-many');
  });

  test('[CHAT-1] messages are numbered in order', () => {
    const first = by('pia', { type: 'MessageSent', roundId: 'r1', text: 'one', messageNo: 1 });
    given(asked(), first)
      .when('pia', say)
      .makes({ type: 'MessageSent', roundId: 'r1', text: say.text, messageNo: 2 });
    given(asked(), first, rated('pia', 3))
      .when('hana', { ...say, roundId: 'r2' })
      .rejects('wrong-phase');
  });
});
