import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { doorway } from '@/server/doorway';
import { LimitNotice } from './account/limit-notice';
import { geist, geistMono } from './fonts';
import './globals.css';
import { LiveRegion } from './ui/live-region';
import { Toaster } from './ui/toaster';
import { Translation } from './ui/translation';

export const metadata: Metadata = {
  title: { default: 'Hotseat', template: '%s · Hotseat' },
  description: 'Run a live panel interview together: ask by competency, score alone, reveal at once.',
  applicationName: 'Hotseat',
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#151311' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The content security policy lets no script run without it. Reading it makes every page dynamic.
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" className={`${geist.variable} ${geistMono.variable}`} suppressHydrationWarning>
      <body className="font-sans">
        <ThemeProvider
          attribute="data-theme"
          enableColorScheme={false}
          disableTransitionOnChange
          nonce={nonce}
        >
          <a
            href="#main"
            className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-ink px-4 py-2 text-sm text-paper focus:translate-y-0 print:hidden"
          >
            Skip to the content
          </a>
          <LimitNotice publicUrl={doorway().publicUrl}>{children}</LimitNotice>
          <LiveRegion />
          <Toaster />
          <Translation />
        </ThemeProvider>
      </body>
    </html>
  );
}
