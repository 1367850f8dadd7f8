/** Requests that were accepted and are not answered yet. */
export class UnderWay {
  #count = 0;
  #isClosing = false;
  #finished: () => void = () => {};

  /** From now on nothing more is accepted. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      // The code that waits for this answer must send it first.
      if (this.#count === 0) setImmediate(this.#finished);
    }
  }

  /** Accepts nothing more. Resolves when everything accepted is answered, or after `patience` ms. */
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
