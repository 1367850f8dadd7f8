import { agreementInWords } from '@/server/protocol/agreement-words';
import type { Scorecard } from '@/server/protocol/scorecard';
import { Titled } from './titled';

/** How far the panel agreed, honestly. */
export function Agreement({ agreement }: Pick<Scorecard, 'agreement'>) {
  if (!agreement) return null;
  return (
    <Titled title="How far the panel agreed">
      {agreementInWords(agreement).map((sentence) => (
        <p
          key={sentence}
          className="mt-2 max-w-prose text-sm first-of-type:text-base print:mt-1 print:text-xs print:leading-tight print:first-of-type:text-xs"
        >
          {sentence}
        </p>
      ))}
    </Titled>
  );
}
