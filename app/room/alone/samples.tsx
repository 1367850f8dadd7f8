import { AnswerText } from '@/app/ui/answer-text';
import { NotAnother } from '@/app/ui/not-another';
import { PackText } from '@/app/ui/pack-text';
import type { SampleAnswer } from '@/server/protocol/pack';
import type { AloneReview } from '@/server/protocol/view-alone';

interface Props {
  samples: readonly SampleAnswer[];
  item: NonNullable<AloneReview>['item'];
}

/** What somebody else might say, with what it was worth and why. Folded: one's own answer comes first. */
export function Samples({ samples, item }: Props) {
  return (
    <section aria-labelledby="samples">
      <h3 id="samples" className="kicker border-line border-b pb-1.5">
        Compare
      </h3>
      {samples.length === 0 ? (
        <p className="pt-3 text-ink-soft text-sm">The pack has no sample answer here.</p>
      ) : null}
      <div className="divide-y divide-line">
        {samples.map((sample) => (
          <Sample key={`${sample.rating} ${sample.text.slice(0, 40)}`} sample={sample} item={item} />
        ))}
      </div>
    </section>
  );
}

function Sample({ sample, item }: { sample: SampleAnswer; item: Props['item'] }) {
  const { rating, text, heard, partial, notHigher, notLower } = sample;
  const textOf = (id: string) => item.points.find((point) => point.id === id)?.text ?? '';
  return (
    <details className="py-2">
      <summary className="min-h-(--control-sm) rounded py-1 font-medium">
        An answer that the pack rates {rating}
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-3">
        <blockquote className="max-w-prose border-line border-l-2 pl-4 text-sm">
          <AnswerText>{text}</AnswerText>
        </blockquote>
        <dl className="flex flex-col gap-2 text-sm">
          <Points title="Heard" texts={heard.map(textOf)} />
          <Points title="Partly" texts={partial.map(textOf)} />
          <NotAnother notHigher={notHigher} notLower={notLower} />
        </dl>
      </div>
    </details>
  );
}

function Points({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <dt className="text-ink-soft">{title}</dt>
      {texts.map((text) => (
        <dd key={text}>
          <PackText>{text}</PackText>
        </dd>
      ))}
    </div>
  );
}
