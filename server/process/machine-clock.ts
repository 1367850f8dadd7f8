/** The difference (ms) at which it is logged, and the further difference at which it is logged again. */
const TOLD_MS = 2_000;

interface ClockLog {
  info(detail: object, message: string): void;
  warn(detail: object, message: string): void;
}

/**
 * Where several processes go by the record's clock, a machine with a wrong one of its own changes nothing in Hotseat. What asks
 * the machine itself still goes wrong: TLS, and signing in at an issuer. `aheadMs`: how far it is ahead of the record's. The
 * returned function looks, and logs each change.
 */
export function watchMachineClock(log: ClockLog, aheadMs: () => number): () => void {
  let told = 0;
  return () => {
    const ahead = aheadMs();
    const isRightAgain = told !== 0 && Math.abs(ahead) < TOLD_MS / 2;
    const isOff = Math.abs(ahead) >= TOLD_MS && Math.abs(ahead - told) >= TOLD_MS;
    if (!isOff && !isRightAgain) return;
    told = isOff ? ahead : 0;
    const detail = { state: 'machine-clock', aheadMs: ahead };
    if (isOff) log.warn(detail, 'the clock of this machine differs from the record’s: set it by NTP');
    else log.info(detail, 'the clock of this machine is right again');
  };
}
