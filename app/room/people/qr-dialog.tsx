'use client';

import { Dialog } from '@/app/ui/dialog';
import { Later, useLater } from '@/app/ui/later';
import { NotLoaded } from '@/app/ui/not-loaded';
import { Skeleton } from '@/app/ui/skeleton';
import { darkPath } from './qr-path';

interface QrDialogProps {
  name: string;
  url: string;
  code: string | null;
  open: boolean;
  onClose: () => void;
}

/** The link as a QR code, for a person nearby. The browser draws it, so the link goes to nobody else. */
export function QrDialog({ name, url, code, open, onClose }: QrDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={name}
      description="Scan it with a phone’s camera, or type the code after “Join with a link or code”."
    >
      <div className="flex flex-col items-center gap-4">
        {open ? <QrPicture url={url} label={`QR code of the link: ${name}`} /> : null}
        {code ? <p className="tabular select-all font-medium text-xl">{code}</p> : null}
      </div>
    </Dialog>
  );
}

const qrcode = new Later(() => import('qrcode'));
/** Modules around the picture that scanners need (ISO/IEC 18004 asks for 4). */
const QUIET = 4;

/** A link as a picture that a phone's camera can read. */
export function QrPicture({ url, label }: { url: string; label: string }) {
  const state = useLater(qrcode);
  if (state.kind === 'failed') return <NotLoaded again={() => void qrcode.load()} />;
  if (state.kind !== 'here') return <Skeleton className="size-60" />;
  const { modules } = state.code.create(url, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  // Scanners need dark on light in every theme.
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      className="size-60 rounded"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="white" />
      <path d={darkPath(modules.data, modules.size)} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
