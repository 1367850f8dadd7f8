'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '@/app/ui/dialog';
import { Skeleton } from '@/app/ui/skeleton';
import { darkPath } from './qr-path';

interface QrDialogProps {
  name: string;
  url: string;
  code: string | null;
  open: boolean;
  onClose: () => void;
}

/** The link as a picture, for somebody in the same room. Drawn here: it goes to nobody else. */
export function QrDialog({ name, url, code, open, onClose }: QrDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
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

/** Modules around the picture that scanners need (ISO/IEC 18004 asks for 4). */
const QUIET = 4;

function QrPicture({ url, label }: { url: string; label: string }) {
  const [picture, setPicture] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(({ create }) => {
      const { modules } = create(url, { errorCorrectionLevel: 'M' });
      if (wanted) setPicture({ size: modules.size, path: darkPath(modules.data, modules.size) });
    });
    return () => {
      wanted = false;
    };
  }, [url]);
  if (!picture) return <Skeleton className="size-60" />;
  const side = picture.size + 2 * QUIET;
  // Scanners want dark on light, whatever the theme.
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      className="size-60 rounded"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="white" />
      <path d={picture.path} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
