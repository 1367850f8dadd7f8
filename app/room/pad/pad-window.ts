/** Of browsers that have it (Chromium): https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

const SIZE = { width: 380, height: 520 };

function pictureInPicture(): PictureInPicture | null {
  const found: unknown = Reflect.get(window, 'documentPictureInPicture');
  return typeof found === 'object' && found !== null && 'requestWindow' in found
    ? (found as PictureInPicture)
    : null;
}

export const canOpenPad = (): boolean => pictureInPicture() !== null;

/** A small window above all others that looks like this page; null where the browser says no. */
export async function openPadWindow(title: string): Promise<Window | null> {
  let pad: Window;
  try {
    const opened = await pictureInPicture()?.requestWindow(SIZE);
    if (!opened) return null;
    pad = opened;
  } catch {
    return null;
  }
  const { documentElement: root, head, body } = pad.document;
  for (const { name, value } of document.documentElement.attributes) root.setAttribute(name, value);
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style'))
    head.append(style.cloneNode(true));
  body.className = document.body.className;
  pad.document.title = title;
  return pad;
}
