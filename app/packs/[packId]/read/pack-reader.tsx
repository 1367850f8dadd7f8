'use client';

import { useEffect, useState } from 'react';
import type { PackPreview, ReadItem } from '@/server/protocol/pack-library';
import { ReadParts } from '../../preview';

/** A whole pack to read. The question named in the address is open. */
export function PackReader({ preview }: { preview: PackPreview }) {
  const [current, setCurrent] = useState<ReadItem | null>(null);
  useEffect(() => {
    const open = () => {
      const id = decoded(window.location.hash.slice(1));
      const items = [...preview.groups.flatMap((group) => group.items), ...preview.loose];
      setCurrent(items.find((item) => item.id === id) ?? null);
      document.getElementById(id)?.scrollIntoView({ block: 'start' });
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [preview]);
  return <ReadParts preview={preview} current={current} onGo={null} />;
}

/** An address may have been cut in the middle of a letter. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
