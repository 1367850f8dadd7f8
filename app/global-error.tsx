'use client';

import { geist } from './fonts';
import './globals.css';
import { Button } from './ui/button';
import { ErrorState } from './ui/error-state';

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** When even the layout failed: it is alone, so it brings its own document. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en" className={geist.variable}>
      <body className="font-sans">
        <title>Error · Hotseat</title>
        <main id="main" className="px-4 sm:px-6">
          <ErrorState
            sign="Error"
            title="Hotseat could not be shown"
            reference={error.digest}
            action={<Button onClick={reset}>Try again</Button>}
          >
            What was saved is safe. Try again; if it stays, reload the page in a minute.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
