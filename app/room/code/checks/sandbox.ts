import type { CheckReport } from '@/server/protocol/code';
import { CODE_LIMITS } from '@/server/protocol/words';
import { fittedReport } from './fitted-report';

const PAGE = '/code-sandbox';
/** The sandbox stops a program in time; a frame that does not answer at all is taken away after this (ms). */
const PATIENCE_MS = { script: 8_000, engine: 80_000 };

/** What the sandbox is sent: the program, and what runs it where a browser does not by itself. */
export interface Job {
  program: unknown;
  /** How many of its lines a person wrote, where it is a script: the first ones. */
  own?: number;
  engine?: { script: ArrayBuffer; files: Record<string, ArrayBuffer> };
}

export function problem(message: string): CheckReport {
  const told = message.slice(0, CODE_LIMITS.checkMessage);
  return { results: [{ name: 'The whole program', ok: false, message: told }], output: '' };
}

/** One frame for one run: nothing that a program leaves behind is there for the next. */
export function inSandbox(job: Job): Promise<CheckReport> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('aria-hidden', 'true');
    frame.title = 'Checks';
    frame.hidden = true;
    const end = (report: CheckReport) => {
      clearTimeout(late);
      removeEventListener('message', hear);
      frame.remove();
      resolve(report);
    };
    const patience = job.engine ? PATIENCE_MS.engine : PATIENCE_MS.script;
    const late = setTimeout(
      () => end(problem('It did not run here: it may need more memory than this browser has.')),
      patience,
    );
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow) return;
      if (Reflect.get(Object(data), 'ready') === true)
        frame.contentWindow?.postMessage(job, '*', Object.values(job.engine?.files ?? {}));
      else end(reportIn(data));
    };
    addEventListener('message', hear);
    frame.src = PAGE;
    document.body.append(frame);
  });
}

/** What runs in the frame may say anything: only what fits is taken. */
function reportIn(data: unknown): CheckReport {
  const results: unknown = Reflect.get(Object(data), 'results');
  const list: unknown[] = Array.isArray(results) ? results.slice(0, CODE_LIMITS.checks) : [];
  const words = (of: unknown, field: string, most: number) =>
    String(Reflect.get(Object(of), field) ?? '').slice(0, most);
  return fittedReport({
    results: list.map((result) => ({
      name: words(result, 'name', 200),
      ok: Reflect.get(Object(result), 'ok') === true,
      message: words(result, 'message', CODE_LIMITS.checkMessage),
    })),
    output: words(data, 'output', CODE_LIMITS.checkOutput),
  });
}
