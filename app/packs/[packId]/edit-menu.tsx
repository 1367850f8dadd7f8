'use client';

import History from 'lucide-react/icons/history';
import { type RefObject, useState } from 'react';
import { MenuItem } from '@/app/ui/menu';
import type { OpenPack } from '@/server/protocol/pack-library';
import { PackMenu } from '../pack-menu';
import type { EditorHandle } from '../source-editor';
import { VersionsDialog } from './versions-dialog';

interface EditMenuProps {
  pack: OpenPack;
  now: number;
  /** What is in the editor now. */
  source: string;
  editor: RefObject<EditorHandle | null>;
  onDeleted: () => void;
}

/** Actions on the whole pack. */
export function EditMenu({ pack, now, source, editor, onDeleted }: EditMenuProps) {
  const [showsVersions, setShowsVersions] = useState(false);
  return (
    <>
      <PackMenu pack={pack} label="More" as="own" onDeleted={onDeleted}>
        <MenuItem icon={<History size={16} aria-hidden="true" />} onSelect={() => setShowsVersions(true)}>
          Versions
        </MenuItem>
      </PackMenu>
      <VersionsDialog
        pack={pack}
        now={now}
        source={source}
        editor={editor}
        open={showsVersions}
        onClose={() => setShowsVersions(false)}
      />
    </>
  );
}
