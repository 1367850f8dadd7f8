import type { CheckRun } from '@/server/protocol/code';
import { ranInWords } from '../code-news';

/** What the newest run without checks printed. */
export function RunOutput({ run, label }: { run: CheckRun | null; label: string }) {
  if (!run) return null;
  return (
    <section aria-label={label} className="flex flex-col gap-1 text-sm">
      <p>
        {label}: {ranInWords(run)} (run {run.runs})
      </p>
      {run.output === '' ? null : <Printed text={run.output} />}
    </section>
  );
}

export function Printed({ text }: { text: string }) {
  return <pre className="max-h-40 overflow-auto rounded bg-sunken p-2 font-mono text-xs">{text}</pre>;
}
