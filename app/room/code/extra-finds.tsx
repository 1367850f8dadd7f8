'use client';

import { type FormEvent, useState } from 'react';
import { findDraft } from '@/app/live/drafts';
import { randomId } from '@/app/live/random-id';
import { useDraft, useMine, useMyAsk, usePanel, useSend } from '@/app/live/use-room';
import { useAnswerNow } from '@/app/room/asking/use-answer-now';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Input } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { CODE_LIMITS } from '@/server/protocol/words';
import { linesInWords } from '@/server/room/rules';
import { useSelected, useWhereabouts } from './looking';
import { NotCounted, OpenFinds } from './open-finds';
import { findOn, numbers, whereInWords } from './where';

/** Problems that the candidate found and nobody had planted: my own until the reveal, then everyone's. */
export function ExtraFinds({ ask }: { ask: PanelAsk }) {
  const answerNow = useAnswerNow(ask);
  const mine = useMyAsk(ask.askId);
  const me = useMine(({ memberId }) => memberId);
  const opened = usePanel((view) => ownOf(view.reveals.reveals, ask.askId)?.finds ?? null);
  const send = useSend();
  const [text, setText] = useDraft(findDraft(ask.askId));
  const selected = useSelected(ask.askId);
  const where = useWhereabouts(ask.askId);
  const [hasLines, setHasLines] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || words.length > CODE_LIMITS.find) return;
    const { askId } = ask;
    const atMs = answerNow();
    const on = hasLines && selected ? selected : { lines: null };
    setText('');
    setHasLines(false);
    void send({ type: 'AddFind', askId, findId: randomId(), text: words, ...on, atMs });
  };
  const own = Object.values(mine?.finds ?? {});
  if (opened)
    return (
      <>
        <OpenFinds finds={opened} askId={ask.askId} />
        {ownOf(opened, me) ? null : <NotCounted finds={own} />}
      </>
    );
  return (
    <section aria-label="Extra finds">
      <ul className="text-sm">
        {own.map((find) => (
          <li key={find.findId} className="flex items-center justify-between gap-2 border-line border-b py-1">
            <span>
              {find.text}
              {find.lines ? (
                <span className="text-ink-soft">
                  , {whereInWords(numbers(find.lines), where?.get(findOn(me ?? '', find.findId)))}
                </span>
              ) : null}
            </span>
            <Button
              variant="quiet"
              size="sm"
              aria-label={`Remove: ${find.text}`}
              onClick={() => void send({ type: 'RemoveFind', askId: ask.askId, findId: find.findId })}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="flex gap-2 pt-1">
        <Input
          aria-label="Another problem they found"
          placeholder="Another problem they found"
          value={text}
          onChange={({ target }) => setText(target.value)}
          className="flex-1"
        />
        <Button size="sm" type="submit">
          Add
        </Button>
      </form>
      <Counted text={text} limit={CODE_LIMITS.find} />
      {selected ? (
        <Switch
          label={<span className="text-sm">On {linesInWords(selected.lines)} (selected)</span>}
          checked={hasLines}
          onChange={({ target }) => setHasLines(target.checked)}
        />
      ) : null}
    </section>
  );
}
