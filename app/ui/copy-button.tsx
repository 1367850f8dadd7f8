'use client';

import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { announce } from './announce';
import { Button } from './button';
import type { ButtonLook } from './button-class';
import { notify } from './notify';

type CopyButtonProps = ButtonLook & {
  /** What is copied. */
  text: string;
  /** What the button says; after a press it says "Copied". */
  label?: string;
  /** Names it where several stand together: "Copy the candidate's link". */
  'aria-label'?: string;
};

/** Copies `text`, and says so for two seconds. */
export function CopyButton({ text, label = 'Copy', 'aria-label': name, ...look }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce('Copied');
    } catch {
      await notify('The browser did not let us copy', {
        more: 'Select the text and copy it yourself.',
        failed: true,
      });
    }
  };

  const Icon = copied ? Check : Copy;
  return (
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
  );
}
