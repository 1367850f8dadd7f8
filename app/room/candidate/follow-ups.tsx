import { PackText } from '@/app/ui/pack-text';
import { inOrder } from '@/server/protocol/in-order';
import type { PromptSlice } from '@/server/protocol/view-asking';

/** The follow-ups that the panel pushed, in their order. Those of somebody else than the one who asked say whose they are. */
export function FollowUps({ prompt }: { prompt: NonNullable<PromptSlice> }) {
  const { followUps, askedBy } = prompt;
  const pushed = inOrder(followUps);
  if (pushed.length === 0) return null;
  return (
    <section aria-label="Follow-ups" className="text-xl tracking-normal">
      <ul className="flex flex-col gap-3">
        {pushed.map((followUp) => (
          <li key={followUp.id} className="animate-arrive border-ember border-l-2 pl-4">
            {followUp.askedBy && followUp.askedBy !== askedBy ? (
              <p className="text-base text-ink-soft">{followUp.askedBy} asks a follow-up</p>
            ) : null}
            <PackText>{followUp.text}</PackText>
          </li>
        ))}
      </ul>
    </section>
  );
}
