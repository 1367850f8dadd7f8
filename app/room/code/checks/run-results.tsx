import { passedInWords } from '@/app/room/code/code-news';
import type { CheckRun } from '@/server/protocol/code';
import { Printed } from './run-output';

/** What the newest run of some checks said. */
export function RunResults({ run, label }: { run: CheckRun | null; label: string }) {
  if (!run) return null;
  return (
    <section aria-label={label} className="flex flex-col gap-1 text-sm">
      <p>
        {label}: {passedInWords(run)} (run {run.runs})
      </p>
      <ul>
        {run.results.map(({ name, ok, message }, no) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be alike, and a run is replaced as a whole
          <li key={`${run.runs} ${no}`} className="flex flex-wrap gap-x-2">
            <span className={ok ? 'text-heard' : 'text-missed'}>{ok ? '✓ passes' : '✗ fails'}</span>
            <span>{name}</span>
            {message === '' ? null : <span className="w-full pl-4 text-ink-soft">{message}</span>}
          </li>
        ))}
      </ul>
      {run.output === '' ? null : <Printed text={run.output} />}
    </section>
  );
}
