'use client';

import { dialogOnDemand } from '@/app/ui/dialog-on-demand';

/** Opened from menus, by few and seldom. */
export const RenameDialog = dialogOnDemand(() => import('./rename-dialog').then((part) => part.RenameDialog));
export const ReturnDialog = dialogOnDemand(() => import('./return-dialog').then((part) => part.ReturnDialog));
