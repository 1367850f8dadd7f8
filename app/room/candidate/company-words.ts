import type { MemberPresence } from '@/app/live/use-room';
import { plural } from '@/app/ui/format';
import type { Role } from '@/server/protocol/words';

export interface Companion {
  name: string;
  role: Role;
  presence: MemberPresence['state'];
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
/** With more people than this it gives their number instead of names. */
const MOST_NAMES = 5;

/** `Priya and Sam are here. Lee is away. Ola observes.` It leaves out people whose connection is unknown. */
export function companyInWords(people: readonly Companion[]): string {
  const panel = people.filter((person) => person.role !== 'observer');
  const here = panel.filter((person) => person.presence === 'here').map((person) => person.name);
  const away = panel.filter((person) => person.presence === 'away').map((person) => person.name);
  const observing = people.filter((person) => person.role === 'observer' && person.presence === 'here');
  const isKnown = panel.every((person) => person.presence !== 'unknown');
  const sentences = [
    here.length > 0 ? `${names(here)} ${here.length === 1 ? 'is' : 'are'} here.` : '',
    here.length === 0 && isKnown ? 'Nobody else is here yet.' : '',
    away.length > 0 ? `${names(away)} ${away.length === 1 ? 'is' : 'are'} away.` : '',
    observing.length > 0
      ? `${names(observing.map((person) => person.name))} ${observing.length === 1 ? 'observes' : 'observe'}.`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function names(people: readonly string[]): string {
  return people.length <= MOST_NAMES ? listed.format(people) : plural(people.length, 'person', 'people');
}
