import type { ReactNode, RefObject } from 'react';
import { Button } from '@/app/ui/button';
import type { EditorHandle } from '../source-editor';
import type { Edit } from './use-edit';

interface EditNoticesProps {
  edit: Edit;
  editor: RefObject<EditorHandle | null>;
}

/** What has to be decided about the text before going on. */
export function EditNotices({ edit, editor }: EditNoticesProps) {
  const { found, newer, failure } = edit;
  return (
    <>
      {failure ? <Notice>Not saved yet. {failure}</Notice> : null}
      {newer === null ? null : (
        <Notice
          actions={
            <>
              <Button size="sm" onClick={edit.lookAtNewer}>
                Look at version {newer}
              </Button>
              <Button size="sm" onClick={() => void edit.save(newer)}>
                Save mine as version {newer + 1}
              </Button>
            </>
          }
        >
          Version {newer} was saved somewhere else meanwhile. Your text is kept in this browser, and every
          version stays in the list.
        </Notice>
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
          You wrote something here, on version {found.seen}, that was never saved.
        </Notice>
      )}
    </>
  );
}

function Notice({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-sunken px-4 py-2 text-sm sm:px-6"
    >
      <p className="min-w-0 flex-1 basis-64">{children}</p>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
