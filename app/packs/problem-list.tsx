import { plural } from '@/app/ui/format';
import type { PackProblem } from '@/server/protocol/pack';
import { LineButton } from './line-button';

interface ProblemListProps {
  problems: readonly PackProblem[];
  onGo: (line: number) => void;
}

/** Why a text is not a pack: the line, what was found there, and what to write. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  return (
    <section aria-labelledby="problems" className="border-line border-b bg-sunken">
      <h2 id="problems" className="px-4 pt-3 font-semibold text-base text-missed">
        {plural(problems.length, 'problem')} to fix
      </h2>
      <ul className="px-1 pb-2">
        {problems.map((problem) => (
          <li
            key={`${problem.line}-${problem.code}-${problem.message}`}
            className="flex items-start gap-1 py-1"
          >
            <LineButton line={problem.line} of={problem.message} onGo={onGo} />
            <div className="min-w-0 py-1 pr-3 text-sm">
              <p className="break-words font-medium">{problem.message}</p>
              <p className="break-words text-ink-soft">{problem.hint}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
