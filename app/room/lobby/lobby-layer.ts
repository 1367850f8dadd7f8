import type { AboutPerson } from '@/app/room/people/about-person-dialog';
import type { Person } from '@/app/room/people/use-everybody';

/** What is open over the lobby by the command menu. */
export type LobbyLayer =
  | { kind: 'commands' | 'settings' | 'end' | 'rename' | 'return' }
  | { kind: 'about'; what: AboutPerson | 'rename'; person: Person };

export type OpenLobbyLayer = (layer: LobbyLayer | null) => void;
