export type Answer = (value: unknown) => void;
const isAnswer = (value: unknown): value is Answer => typeof value === 'function';

/** Socket.IO's acknowledgement, which is the last argument. Null if the client wants none. */
export function answerOf(args: readonly unknown[]): Answer | null {
  const last = args.at(-1);
  return isAnswer(last) ? last : null;
}
