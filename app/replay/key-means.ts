type Meaning = { does: 'toggle' } | { does: 'jump' | 'faster'; step: 1 | -1 };

const SINGLE_KEYS = new Map<string, Meaning>([
  ['j', { does: 'jump', step: -1 }],
  ['l', { does: 'jump', step: 1 }],
  [',', { does: 'faster', step: -1 }],
  ['.', { does: 'faster', step: 1 }],
]);

/**
 * Space plays and pauses, J and L jump back and forward, the comma and the full stop change the speed. Space is no
 * character that people dictate, so it works also when single keys are off.
 */
export function keyMeans(key: string, singleKeys: boolean): Meaning | null {
  if (key === ' ') return { does: 'toggle' };
  return singleKeys ? (SINGLE_KEYS.get(key.toLowerCase()) ?? null) : null;
}
