import { PackText } from '@/app/ui/pack-text';
import type { PromptSlice } from '@/server/protocol/views';

/** What the panel asked on top, in the order in which it came. */
export function FollowUps({ followUps }: Pick<NonNullable<PromptSlice>, 'followUps'>) {
  if (followUps.length === 0) return null;
  return (
    <section aria-label="Follow-ups" className="text-xl tracking-normal">
      <ul className="flex flex-col gap-3">
        {followUps.map((followUp) => (
          <li key={followUp.id} className="animate-arrive border-ember border-l-2 pl-4">
            <PackText>{followUp.text}</PackText>
          </li>
        ))}
      </ul>
    </section>
  );
}
