import { bytesOf } from '@/app/live/bytes-of';
import type { CheckReport } from '@/server/protocol/code';
import { CODE_LIMITS } from '@/server/protocol/words';

/**
 * The report with its texts cut until its JSON fits, the longest ones first: characters can take six bytes there, and what is
 * too large for a frame would cost its sender the connection.
 */
export function fittedReport(report: CheckReport): CheckReport {
  let most: number = CODE_LIMITS.checkOutput;
  let fitted = report;
  while (bytesOf(fitted) > CODE_LIMITS.checkReport) {
    most = Math.floor(most / 2);
    fitted = cutTo(report, most);
  }
  return fitted;
}

function cutTo({ results, output }: CheckReport, most: number): CheckReport {
  return {
    results: results.map(({ name, ok, message }) => ({
      name: name.slice(0, most),
      ok,
      message: message.slice(0, most),
    })),
    output: output.slice(0, most),
  };
}
