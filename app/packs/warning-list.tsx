import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import type { PackFix, PackWarning } from '@/server/protocol/pack';
import { fixInWords } from './fix-words';
import { LineButton } from './line-button';

interface WarningListProps {
  warnings: readonly PackWarning[];
  /** The text has changed since it was read, so its line numbers no longer match. */
  stale: boolean;
  onGo: (line: number) => void;
  onFix: (fix: PackFix) => void;
}

/** What was not understood, or only partly: the line, what became of it, and a fix for one click. */
export function WarningList({ warnings, stale, onGo, onFix }: WarningListProps) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="border-line border-b bg-sunken">
      <div className="px-4 pt-3">
        <h2 id="warnings" className="font-semibold text-base">
          {plural(placesOf(warnings), 'line')} to check
        </h2>
        <p className="text-ink-soft text-sm">You can keep the guide as it is.</p>
      </div>
      <ul className="px-1 pb-2">
        {warnings.map((warning) => (
          <li key={`${warning.line}-${warning.code}`} className="flex items-start gap-1 py-1">
            <LineButton line={warning.line} of={warning.message} onGo={onGo} />
            <div className="min-w-0 py-1 pr-3 text-sm">
              <p className="break-words">{warning.message}</p>
              {warning.lines.length > 1 ? (
                <p className="break-words text-ink-soft tabular">{linesInWords(warning.lines)}</p>
              ) : null}
              {warning.fixes.length > 0 ? (
                <div className="flex flex-wrap gap-2 pt-1.5">
                  {warning.fixes.map((fix) => (
                    <Button key={fix.kind} size="sm" aria-disabled={stale} onClick={() => onFix(fix)}>
                      {fixInWords(fix, fix.edits.length > 1)}
                    </Button>
                  ))}
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many lines need a look. */
export function placesOf(warnings: readonly PackWarning[]): number {
  return warnings.reduce((sum, { lines }) => sum + lines.length, 0);
}

const SHOWN = 12;

function linesInWords(lines: readonly number[]): string {
  const more = lines.length - SHOWN;
  const first = lines.slice(0, SHOWN).join(', ');
  return more > 0 ? `Lines ${first} and ${more} more` : `Lines ${first}`;
}
