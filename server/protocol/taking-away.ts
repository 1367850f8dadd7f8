import type { Signature } from './scorecard-file';

/** A scorecard that was read in from a file, as a list shows it. */
export interface KeptEntry {
  keptId: string;
  issuer: string;
  signature: Signature;
  title: string;
  candidateName: string;
  packTitle: string;
  publishedAt: number;
  keptAt: number;
}

/** `next` opens the page after this one; null on the last. */
export interface KeptPage {
  entries: KeptEntry[];
  next: string | null;
}

/** What became of a file. With problems nothing was kept. */
export interface Keeping {
  kept: number;
  changed: number;
  unknown: number;
  problems: string[];
}

/** A share link as its maker sees it. Its address was shown when it was made, and nobody can show it again. */
export interface ShareLink {
  shareId: string;
  /** Readers see who is who. */
  names: boolean;
  createdAt: number;
  expiresAt: number;
  state: 'live' | 'revoked' | 'expired';
  /** How often its page was opened. */
  openings: number;
}
