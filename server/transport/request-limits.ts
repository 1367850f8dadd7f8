import { type Allowance, createLimit, type Limit } from './limit';

/** `membership`: a command after which somebody is another kind of viewer, and is sent all that they may see. */
export type RequestKind = 'connect' | 'command' | 'membership' | 'sync' | 'time' | 'code' | 'cursor';

/** What one person may ask for, on all of their connections together. */
export type Allowances = Readonly<Record<RequestKind, Allowance>>;

/**
 * Each lies above what five tabs of one person ask for whose network comes and goes once a second: a tab measures
 * the clock by four questions when it is back, and asks for the whole view once a second until it has it. A whole
 * view with its bank is some 235 kB, and so is the greeting of a connection.
 */
export const USUAL_ALLOWANCES: Allowances = {
  connect: { points: 60, seconds: 10 },
  command: { points: 100, seconds: 5 },
  // Letting a whole room of sixty in, one after another, is still within it.
  membership: { points: 80, seconds: 60 },
  sync: { points: 60, seconds: 10 },
  time: { points: 240, seconds: 10 },
  // A fast typist makes ten updates a second; an editor sends those of one moment together.
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
