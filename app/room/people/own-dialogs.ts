'use client';

import { dialogOnDemand } from '@/app/ui/dialog-on-demand';

/** Dialogs behind menus, which people seldom open. */
export const RenameDialog = dialogOnDemand(() => import('./rename-dialog').then((part) => part.RenameDialog));
export const ReturnDialog = dialogOnDemand(() => import('./return-dialog').then((part) => part.ReturnDialog));
