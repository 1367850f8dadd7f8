import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from './notice';

interface NewerNoticeProps {
  /** Number of the version that was saved somewhere else. */
  newer: number;
  /** The way to that version. */
  look: ReactNode;
  onSave: () => void;
}

/** Somebody saved earlier. Nothing is lost, and the person decides what happens next. */
export function NewerNotice({ newer, look, onSave }: NewerNoticeProps) {
  return (
    <Notice
      actions={
        <>
          {look}
          <Button size="sm" onClick={onSave}>
            Save mine as version {newer + 1}
          </Button>
        </>
      }
    >
      Version {newer} was saved somewhere else in the meantime. Your text is safe here, and every version
      stays in the list.
    </Notice>
  );
}
