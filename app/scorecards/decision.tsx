import type { Scorecard } from '@/server/protocol/scorecard';
import { DECISION_NAMES } from '@/server/protocol/words';
import { listed } from '@/server/room/rules';
import { LocalDay } from './local-day';
import { Titled } from './titled';
import type { Names } from './words';

/** What the panel decided, for the panel alone. */
export function Decision({ card, name }: { card: Scorecard; name: Names }) {
  const { decision } = card;
  if (!decision) return null;
  const { why, by, at, dissent } = decision;
  return (
    <Titled title="Decision, for the panel alone">
      <p className="mt-2">
        <span className="font-semibold text-lg">{DECISION_NAMES[decision.decision]}</span>
        <span className="text-ink-soft text-sm">
          {' '}
          by {name(by)}, <LocalDay at={at} />
        </span>
      </p>
      {why ? (
        <p className="mt-1 max-w-prose whitespace-pre-line text-sm [overflow-wrap:anywhere]">{why}</p>
      ) : null}
      {dissent.length > 0 ? (
        <p className="mt-1 text-sm">
          Dissent: <span className="font-medium">{listed(dissent.map(name))}</span>. Their reasons are with
          the verdicts.
        </p>
      ) : null}
    </Titled>
  );
}
