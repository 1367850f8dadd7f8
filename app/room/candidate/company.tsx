'use client';

import { usePeople } from '@/app/room/people/use-everybody';
import { companyInWords } from './company-words';

/** Who is here, small. */
export function Company() {
  const people = usePeople().filter((person) => !person.me);
  return (
    <footer className="px-6 pt-1 pb-5 text-balance text-center text-ink-soft text-xs">
      {companyInWords(
        people.map(({ called, role, presence }) => ({ name: called, role, presence: presence.state })),
      )}
    </footer>
  );
}
