interface StateLog {
  info(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

/** Whether the record works according to `problem`; logs every change with its reason. */
export function watchRecord(problem: () => Promise<string | null>, log: StateLog): () => Promise<boolean> {
  let last: string | null = null;
  return async () => {
    const found = await problem();
    if (found !== last) {
      if (found === null) log.info({ state: 'record-back' }, 'the record works again');
      else
        log.error({ state: 'record-gone', reason: found }, 'the record does not work: nothing can be saved');
    }
    last = found;
    return found === null;
  };
}
