import { clsx } from 'clsx';
import { plural } from '@/app/ui/format';
import type { Scorecard } from '@/server/protocol/scorecard';
import { VERDICT_NAMES, VERDICTS } from '@/server/protocol/words';
import { listed } from '@/server/room/rules';
import { Titled } from './titled';
import type { Names } from './words';

type VerdictsProps = { card: Scorecard; name: Names };

/** Who recommends what: the four verdicts side by side, and each one's reason. */
export function Verdicts({ card, name }: VerdictsProps) {
  const { verdicts } = card;
  if (!verdicts) return null;
  const { given, excused } = verdicts;
  return (
    <Titled title={`${plural(given.length, 'verdict')}, given blind`}>
      <dl className="mt-3 grid grid-cols-4 divide-x divide-line rounded border border-line">
        {VERDICTS.map((verdict) => {
          const people = given.filter((one) => one.verdict === verdict);
          return (
            <div key={verdict} className="flex min-h-20 flex-col gap-1 px-2.5 py-2 print:min-h-0">
              <dt className={clsx('text-xs', people.length > 0 ? 'font-semibold' : 'text-ink-soft')}>
                {VERDICT_NAMES[verdict]}
              </dt>
              {people.length === 0 ? (
                <dd className="text-ink-soft text-sm">
                  <span aria-hidden="true">–</span>
                  <span className="sr-only">nobody</span>
                </dd>
              ) : (
                calledOf(people, name).map((called) => (
                  <dd key={called} className="text-sm leading-5 [overflow-wrap:anywhere]">
                    {called}
                  </dd>
                ))
              )}
            </div>
          );
        })}
      </dl>
      {excused.length > 0 ? (
        <p className="mt-2 text-ink-soft text-sm">Excused: {listed(excused.map(name))}.</p>
      ) : null}
      <ul className="mt-4 flex flex-col gap-3 print:mt-2 print:gap-1.5">
        {given
          .filter(({ rationale }) => rationale.trim() !== '')
          .map(({ memberId, rationale, verdict }) => (
            <li key={`${memberId} ${verdict} ${rationale}`} className="text-sm print:text-xs">
              <span className="font-medium">{name(memberId)}</span>
              <span className="text-ink-soft">, {VERDICT_NAMES[verdict].toLowerCase()}: </span>
              <span className="whitespace-pre-line [overflow-wrap:anywhere]">{rationale}</span>
            </li>
          ))}
      </ul>
    </Titled>
  );
}

/** Their names, or their number where the reader may not see names. */
function calledOf(people: readonly { memberId: string | null }[], name: Names): string[] {
  const named = people.flatMap(({ memberId }) => (memberId === null ? [] : [name(memberId)]));
  return named.length > 0 ? named : [plural(people.length, 'panelist')];
}
