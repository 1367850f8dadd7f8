import { cardsThatFit } from './cards-that-fit';
import { codesForEverybody } from './codes-for-everybody';
import { deployThatSaysDeployed } from './deploy-that-says-deployed';
import { everybodysAbsences } from './everybodys-absences';
import { migrationAtNoon } from './migration-at-noon';
import { profileFullOfTrust } from './profile-full-of-trust';
import type { Scenario } from './scenario';
import { sickNoteUpload } from './sick-note-upload';
import { tellingInterface } from './telling-interface';
import { twoPayoutFiles } from './two-payout-files';

/**
 * Exercises without checks of their own, whose texts run in one of our scenarios: in TypeScript here, or "ruby" for the Ruby
 * file of that name. Their dependencies are real if Debian or npm has them (Active Record, PostgreSQL, Redis, Express, a
 * shell, Chromium), and
 * otherwise stand-ins of a few lines.
 */
export const RUN: Record<string, Scenario | 'ruby'> = {
  'growing-list': 'ruby',
  'whose-file': 'ruby',
  'leaky-throttle': 'ruby',
  'paid-twice': 'ruby',
  'everybodys-absences': everybodysAbsences,
  'sick-note-upload': sickNoteUpload,
  'codes-for-everybody': codesForEverybody,
  'two-payout-files': twoPayoutFiles,
  'hired-and-not': 'ruby',
  'migration-at-noon': migrationAtNoon,
  'cache-that-remembers': 'ruby',
  'night-of-the-clocks': 'ruby',
  'telling-interface': tellingInterface,
  'deploy-that-says-deployed': deployThatSaysDeployed,
  'cards-that-fit': cardsThatFit,
  'profile-full-of-trust': profileFullOfTrust,
};

/** Exercises that are only parsed, not run, and the reasons. */
export const NOT_RUN: Record<string, string> = {
  'fourteen-past-two': 'A text to read aloud and to correct; there is no program in it.',
  'sleep-and-shout':
    'Rules of Prometheus: promtool, which could try them, comes only with the whole server of Prometheus.',
};
