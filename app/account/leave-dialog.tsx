import { Button, ButtonLink } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';

interface LeaveDialogProps {
  open: boolean;
  pending: boolean;
  canKeep: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Only guests are asked, since only this browser knows who they are. */
export function LeaveDialog({ open, pending, canKeep, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      alert
      open={open}
      onClose={onStay}
      title="Sign out as a guest"
      description="You joined with just a name, so once you sign out only your return links lead back to your rooms and scorecards. Copy them first: each room’s menu has one. Recordings and texts in this browser are deleted."
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Stay signed in</Button>
          </DialogClose>
          {canKeep ? <ButtonLink href="/sign-in">Keep my history</ButtonLink> : null}
          <Button variant="danger" pending={pending} onClick={onLeave}>
            Sign out
          </Button>
        </>
      }
    />
  );
}
