import type { PackItem } from '@/app/room/shell/use-panel-room';
import { AnswerText } from '@/app/ui/answer-text';

/** What a good answer says, if the guide lists no key points. */
export function Answer({ item }: { item: PackItem }) {
  const answer = item.kind === 'question' ? item.answer : null;
  return (
    <section aria-labelledby="answer">
      <h3 id="answer" className="kicker border-line border-b pb-1.5">
        Answer
      </h3>
      <div className="py-2 text-sm">
        <AnswerText>{answer ?? 'The guide gives no answer. Rate against the anchors.'}</AnswerText>
      </div>
    </section>
  );
}
