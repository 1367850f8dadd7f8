'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { onDemand } from '@/app/ui/on-demand';
import { type BrowserLimit, browserLimit, secureAddress } from './browser-limits';

// Few browsers are limited, and these words would make every page larger.
const LimitStrip = onDemand(() => import('./limit-words').then((part) => part.LimitStrip));
const OpenSecurely = onDemand(() => import('./limit-words').then((part) => part.OpenSecurely));

interface LimitNoticeProps {
  /** For example `https://panel.example.org`. */
  publicUrl: string;
  children: ReactNode;
}

/** Says what this browser blocks and what to do. The page below works as far as it can. */
export function LimitNotice({ publicUrl, children }: LimitNoticeProps) {
  const limit = useBrowserLimit(publicUrl);
  const [closed, setClosed] = useState(false);
  if (limit === 'insecure') return <OpenSecurely address={secureAddress(publicUrl, location)} />;
  return (
    <>
      {limit && !closed ? <LimitStrip limit={limit} onClose={() => setClosed(true)} /> : null}
      {children}
    </>
  );
}

/** Null on the server. */
function useBrowserLimit(publicUrl: string): BrowserLimit | null {
  const [limit, setLimit] = useState<BrowserLimit | null>(null);
  // Checked once per page, since this does not change without a reload.
  useEffect(() => setLimit(browserLimit(publicUrl)), [publicUrl]);
  return limit;
}
