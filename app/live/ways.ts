export type Way = 'websocket' | 'polling';

/** After this many failures, a browser whose WebSockets have worked tries the other way. */
const PATIENT = 3;

/**
 * Which way to try first. A network that blocks WebSockets at once is noticed within one attempt, which then takes the other way; one
 * that swallows them lets attempts run out of time. A server that is down, or a cut cable, looks the same, so where
 * WebSockets have worked the slower way waits for a few attempts in vain.
 */
export class Ways {
  private first: Way = 'websocket';
  private inVain = 0;
  private patience = 1;

  order(): Way[] {
    return this.first === 'websocket' ? ['websocket', 'polling'] : ['polling', 'websocket'];
  }

  ranOutOfTime(): void {
    this.inVain += 1;
    const isOver = this.inVain >= this.patience;
    this.first = isOver && this.first === 'websocket' ? 'polling' : 'websocket';
  }

  worked(by: string): void {
    this.inVain = 0;
    if (by === 'websocket') this.patience = PATIENT;
  }
}
