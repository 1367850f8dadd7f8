/** What was taken and is not answered yet. */
export class UnderWay {
  #count = 0;
  #isClosing = false;
  #finished: () => void = () => {};

  /** From now on nothing more is to be taken. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      // What waits for this answer sends it first.
      if (this.#count === 0) setImmediate(this.#finished);
    }
  }

  /** Takes nothing more. Resolves when all that was taken is answered, after `patience` ms at the latest. */
  async close(patience: number): Promise<void> {
    this.#isClosing = true;
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, patience);
      this.#finished = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
}
