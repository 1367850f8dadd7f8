'use client';

import Check from 'lucide-react/icons/check';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { IconButton } from '@/app/ui/icon-button';
import { Menu, MenuItem, MenuLabel } from '@/app/ui/menu';
import { NOTE_SHARES, type NoteShare } from '@/server/protocol/words';

const CHOICES: Record<NoteShare, string> = {
  none: 'Only me',
  panel: 'The panel, at the reveal',
  candidate: 'And the candidate, if published',
};

/** What a notice says to an author who shares a note less from now on. */
export const UNSHARED: Record<NoteShare, string> = {
  none: 'From now on only you see this note.',
  panel: 'From now on only the panel sees this note.',
  candidate: '',
};

type ShareMenuProps = { share: NoteShare; onShare: (share: NoteShare) => void; disabled?: boolean };

/** Who reads a note, beside it. */
export function ShareMenu({ share, onShare, disabled = false }: ShareMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          disabled={disabled}
          label={`Who reads this note: ${CHOICES[share].toLowerCase()}`}
        >
          {share === 'none' ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        </IconButton>
      }
    >
      <MenuLabel>Who reads this note?</MenuLabel>
      {NOTE_SHARES.map((one) => (
        <MenuItem
          key={one}
          icon={one === share ? <Check size={16} aria-label="now" /> : <span className="w-4" />}
          onSelect={() => onShare(one)}
        >
          {CHOICES[one]}
        </MenuItem>
      ))}
    </Menu>
  );
}
