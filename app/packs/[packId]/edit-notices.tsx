import type { RefObject } from 'react';
import { Button } from '@/app/ui/button';
import { NewerNotice } from '../newer-notice';
import { Notice } from '../notice';
import type { EditorHandle } from '../source-editor';
import type { Edit } from './use-edit';

interface EditNoticesProps {
  edit: Edit;
  editor: RefObject<EditorHandle | null>;
}

/** A decision about the text that the person must make first. */
export function EditNotices({ edit, editor }: EditNoticesProps) {
  const { found, newer, failure } = edit;
  return (
    <>
      {failure ? <Notice>Not saved yet. {failure}</Notice> : null}
      {newer === null ? null : (
        <NewerNotice
          newer={newer}
          look={
            <Button size="sm" onClick={edit.lookAtNewer}>
              Look at version {newer}
            </Button>
          }
          onSave={() => void edit.save(newer)}
        />
      )}
      {found === null ? null : (
        <Notice
          actions={
            <>
              <Button size="sm" onClick={() => editor.current?.replace(found.source)}>
                Bring it back
              </Button>
              <Button size="sm" variant="quiet" onClick={edit.dropFound}>
                Forget it
              </Button>
            </>
          }
        >
          You have unsaved text here, written on version {found.seen}.
        </Notice>
      )}
    </>
  );
}
