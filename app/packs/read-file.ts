import { PACK_BYTES } from './pack-bytes';

export type FileReading = { ok: true; source: string } | { ok: false; message: string };

/** A dropped or chosen file as text, or what is wrong with it and what to do. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileReading> {
  if (file.size > PACK_BYTES) {
    // Rounded up, or a file just above the limit would be said to keep it.
    const size = `${(Math.ceil((file.size / 1_048_576) * 10) / 10).toFixed(1)} MB`;
    return {
      ok: false,
      message: `${file.name} has ${size}, and a pack at most 1 MB. Split it into several packs.`,
    };
  }
  try {
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await file.arrayBuffer(),
    );
    if (source.trim() === '')
      return { ok: false, message: `${file.name} is empty. Choose the file that holds your guide.` };
    if (!source.includes('\0')) return { ok: true, source };
  } catch {
    // Not UTF-8: told below, like a file that holds no text.
  }
  return {
    ok: false,
    message: `${file.name} is not plain text in UTF-8. Save your guide as Markdown (.md, UTF-8), then drop it again.`,
  };
}
