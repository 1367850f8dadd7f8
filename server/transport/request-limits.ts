import { type Allowance, createLimit, type Limit } from './limit';

/** `membership`: a command after which a person is another kind of viewer, and is sent their whole view. */
export type RequestKind = 'connect' | 'command' | 'membership' | 'sync' | 'time' | 'code' | 'cursor';

/** Limits for one person, on all of their connections together. */
export type Allowances = Readonly<Record<RequestKind, Allowance>>;

/**
 * Each limit is above the needs of a person with five tabs whose network fails once a second: a tab that is back measures
 * the clock by four requests, and asks for the whole view once a second until it has it.
 */
export const USUAL_ALLOWANCES: Allowances = {
  connect: { points: 60, seconds: 10 },
  command: { points: 100, seconds: 5 },
  // Enough to let in a whole room of sixty, one after another.
  membership: { points: 80, seconds: 60 },
  sync: { points: 60, seconds: 10 },
  time: { points: 240, seconds: 10 },
  // A fast typist makes ten updates a second, and an editor sends simultaneous updates together.
  code: { points: 300, seconds: 10 },
  cursor: { points: 300, seconds: 10 },
};

export function createRequestLimits(allowances: Allowances): Record<RequestKind, Limit> {
  const { connect, command, membership, sync, time, code, cursor } = allowances;
  return {
    connect: createLimit(connect),
    command: createLimit(command),
    membership: createLimit(membership),
    sync: createLimit(sync),
    time: createLimit(time),
    code: createLimit(code),
    cursor: createLimit(cursor),
  };
}
