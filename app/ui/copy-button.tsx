'use client';

import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { announce } from './announce';
import { Button } from './button';
import type { ButtonLook } from './button-class';
import { Dialog } from './dialog';
import { Input } from './input';

type CopyButtonProps = ButtonLook & {
  /** The text to copy, or what makes it at the press. */
  text: string | (() => string);
  /** The button's label; after a press it says "Copied". */
  label?: string;
  /** A more exact name if there are several: "Copy the candidate's link". */
  'aria-label'?: string;
};

/** Copies `text`, and says so for two seconds. */
export function CopyButton({ text, label = 'Copy', 'aria-label': name, ...look }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const words = typeof text === 'string' ? text : text();
    try {
      await navigator.clipboard.writeText(words);
      setCopied(true);
      announce('Copied');
    } catch {
      // Without https browsers give pages no clipboard.
      setShown(words);
    }
  };

  const Icon = copied ? Check : Copy;
  return (
    <>
      {shown === null ? null : <ShownText text={shown} onClose={() => setShown(null)} />}
      <Button {...look} aria-label={name} onClick={copy}>
        <Icon size={16} aria-hidden="true" />
        <span className="grid">
          <span className={copied ? 'invisible col-start-1 row-start-1' : 'col-start-1 row-start-1'}>
            {label}
          </span>
          <span className={copied ? 'col-start-1 row-start-1' : 'invisible col-start-1 row-start-1'}>
            Copied
          </span>
        </span>
      </Button>
    </>
  );
}

/** The text itself, selected, so that people can copy it with the keyboard. */
function ShownText({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Copy it yourself"
      description="The text is selected: choose Copy, or press Ctrl+C or ⌘C."
    >
      <Input
        readOnly
        autoFocus
        aria-label="What to copy"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
