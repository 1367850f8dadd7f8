import type { RejectionCode } from '../../protocol/rejections';
import { decide } from '../../room/core/decide';
import { NOTHING_HEARD } from '../../room/core/decision';
import { memberByPrincipal, memberOf } from '../../room/core/state';
import type { Attempt } from './history';
import type { Past } from './past';

/** Rejections that mean *not now*, and say nothing about the room. */
const PASSING: ReadonlySet<RejectionCode> = new Set<RejectionCode>(['unavailable', 'slow-down']);
/** How long the host may have been away (ms), of which the record says nothing. */
const AWAY = [null, 'unknown', 0, 1_000_000] as const;

/**
 * Answers that were not true. An acknowledged command is in the record, or would have changed nothing at some moment between
 * asking and answering. A rejected one is not in the record, and would have been rejected for the same reason at some such moment.
 */
export function falseAnswers(attempts: readonly Attempt[], past: Past): string[] {
  return attempts.flatMap((attempt) => {
    const { answer, command } = attempt;
    if (!answer) return [];
    const who = `${attempt.by}'s ${command.type} (${attempt.commandId})`;
    const isStored = isInRecord(attempt, past);
    if (answer.ack.ok) {
      return isStored || wouldBe(attempt, answer.at, past, 'nothing')
        ? []
        : [`${who} was acknowledged and is lost`];
    }
    const { code } = answer.ack;
    if (PASSING.has(code)) return [];
    if (isStored) return [`${who} was rejected as ${code} and took effect`];
    return wouldBe(attempt, answer.at, past, code)
      ? []
      : [`${who} was rejected as ${code}, which was never true`];
  });
}

function isInRecord({ by, commandId }: Attempt, { commands, end }: Past): boolean {
  const principalId = memberOf(end, by)?.principalId;
  return commands.has(`${principalId}/${commandId}`);
}

function wouldBe(
  { by, command, askedAt, at }: Attempt,
  until: number,
  { states, end }: Past,
  outcome: RejectionCode | 'nothing',
): boolean {
  const principalId = memberOf(end, by)?.principalId ?? '';
  return states.slice(Math.max(0, askedAt - 1), until).some((state) =>
    AWAY.some((hostAwayMs) => {
      const memberId = memberByPrincipal(state, [principalId])?.memberId ?? null;
      const context = { at, by: memberId, hostAwayMs, heardBefore: NOTHING_HEARD };
      const decision = decide(state, command, context);
      return decision.ok ? outcome === 'nothing' && decision.events.length === 0 : decision.code === outcome;
    }),
  );
}
