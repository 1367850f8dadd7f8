'use client';

import { dialogOnDemand } from '@/app/ui/dialog-on-demand';

/** Dialogs behind menus, which people seldom open. */
export const RenameDialog = dialogOnDemand(() => import('./rename-dialog').then((part) => part.RenameDialog));
export const ReturnDialog = dialogOnDemand(() => import('./return-dialog').then((part) => part.ReturnDialog));
export const GiveSeatDialog = dialogOnDemand(() =>
  import('./give-seat-dialog').then((part) => part.GiveSeatDialog),
);
export const LeaveRoundDialog = dialogOnDemand(() =>
  import('./leave-round-dialog').then((part) => part.LeaveRoundDialog),
);
