'use client';

import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import History from 'lucide-react/icons/history';
import Trash2 from 'lucide-react/icons/trash-2';
import { type RefObject, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLine } from '@/app/ui/menu';
import type { OpenPack } from '@/server/protocol/pack-library';
import { download } from '../download';
import type { EditorHandle } from '../source-editor';
import { usePackActions } from '../use-pack-actions';
import { VersionsDialog } from './versions-dialog';

interface EditMenuProps {
  pack: OpenPack;
  now: number;
  editor: RefObject<EditorHandle | null>;
  onDeleted: () => void;
}

/** What can be done with the whole pack. */
export function EditMenu({ pack, now, editor, onDeleted }: EditMenuProps) {
  const [showsVersions, setShowsVersions] = useState(false);
  const { pending, duplicate, remove } = usePackActions(pack);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="quiet" square pending={pending} aria-label="More">
            <Ellipsis size={18} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={<History size={16} aria-hidden="true" />} onSelect={() => setShowsVersions(true)}>
          Versions
        </MenuItem>
        <MenuItem icon={<Copy size={16} aria-hidden="true" />} onSelect={() => void duplicate()}>
          Make a copy
        </MenuItem>
        <MenuItem icon={<Download size={16} aria-hidden="true" />} onSelect={() => download(pack.id)}>
          Download as Markdown
        </MenuItem>
        <MenuLine />
        <MenuItem
          danger
          icon={<Trash2 size={16} aria-hidden="true" />}
          onSelect={() => void remove(onDeleted)}
        >
          Delete
        </MenuItem>
      </Menu>
      <VersionsDialog
        pack={pack}
        now={now}
        editor={editor}
        open={showsVersions}
        onOpenChange={setShowsVersions}
      />
    </>
  );
}
