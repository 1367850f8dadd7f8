import type { Signature } from './scorecard-file';

/** A scorecard that was imported from a file, as a list shows it. */
export interface KeptEntry {
  keptId: string;
  issuer: string;
  signature: Signature;
  title: string;
  candidateName: string;
  packTitle: string;
  /** When its round began (ms since the epoch). */
  heldAt: number;
  keptAt: number;
}

/** `next` opens the page after this one; null on the last. */
export interface KeptPage {
  entries: KeptEntry[];
  next: string | null;
}

/** The outcome of an import. With problems nothing was kept. */
export interface Keeping {
  kept: number;
  /** Left as they were: the same, an older issue, or a worse signature than what is kept. */
  alreadyThere: number;
  /** Among those kept. */
  changed: number;
  unknown: number;
  problems: string[];
}

/** A share link as its maker sees it. Its address was shown once, when it was made, and cannot be shown again. */
export interface ShareLink {
  shareId: string;
  /** Whether readers see names. */
  names: boolean;
  /** What I call it; empty for no name. Only I see it. */
  label: string;
  createdAt: number;
  expiresAt: number;
  state: 'live' | 'revoked' | 'expired';
  /** How often its page has been opened. */
  openings: number;
}
