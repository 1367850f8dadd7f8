/** As text what Socket.IO sends: JSON, with bytes beside it. */
export function toText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one instanceof Uint8Array ? { bytes: Buffer.from(one).toString('base64') } : one,
  );
}

export function fromText(text: string): unknown {
  return JSON.parse(text, (_, one: unknown) =>
    typeof one === 'object' && one !== null && 'bytes' in one && typeof one.bytes === 'string'
      ? new Uint8Array(Buffer.from(one.bytes, 'base64'))
      : one,
  );
}

/** The messages about texts, which alone hold bytes: all others are quicker without looking for some. */
export const hasBytes = (name: string): boolean => name === 'code' || name === 'codeSync';
