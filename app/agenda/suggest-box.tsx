import Sparkles from 'lucide-react/icons/sparkles';
import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';

interface SuggestBoxProps {
  pending: boolean;
  failure: string | null;
  onSuggest: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** The fields of a wish, with its buttons. */
export function SuggestBox({ pending, failure, onSuggest, onDone, children }: SuggestBoxProps) {
  return (
    <section aria-label="Suggest an agenda" className="mt-3 rounded bg-sunken p-4">
      {children}
      {failure ? (
        <p role="alert" className="pt-3 text-missed text-sm">
          {failure}
        </p>
      ) : null}
      <div className="flex gap-2 pt-4">
        <Button size="sm" pending={pending} onClick={onSuggest}>
          <Sparkles size={16} aria-hidden="true" />
          Suggest
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </section>
  );
}
