interface StateLog {
  info(message: string): void;
  error(detail: object, message: string): void;
}

/** Whether the record works according to `problem`; logs every change with its reason. */
export function watchRecord(problem: () => Promise<string | null>, log: StateLog): () => Promise<boolean> {
  let last: string | null = null;
  return async () => {
    const found = await problem();
    if (found !== last) {
      if (found === null) log.info('the record works again');
      else log.error({ reason: found }, 'the record does not work: nothing can be saved');
    }
    last = found;
    return found === null;
  };
}
