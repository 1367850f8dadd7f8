import { surviveTranslation } from '@/app/ui/translated';

/** Of browsers that have it (Chromium): https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
}

const SIZE = { width: 380, height: 520 };

function pictureInPicture(): PictureInPicture | null {
  const found: unknown = Reflect.get(globalThis, 'documentPictureInPicture');
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
  surviveTranslation(pad.document);
  pad.document.body.className = document.body.className;
  pad.document.title = title;
  followLook(pad);
  return pad;
}

/** The theme, and styles that arrive later with a part of the page, are the pad's too. */
function followLook(pad: Window): void {
  const { documentElement: root, head } = pad.document;
  const dress = () => {
    for (const { name, value } of document.documentElement.attributes) root.setAttribute(name, value);
  };
  const copied = new Set<Element>();
  const addStyles = () => {
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
      if (copied.has(style)) continue;
      copied.add(style);
      head.append(style.cloneNode(true));
    }
  };
  dress();
  addStyles();
  const theme = new MutationObserver(dress);
  const styles = new MutationObserver(addStyles);
  theme.observe(document.documentElement, { attributes: true });
  styles.observe(document.head, { childList: true });
  pad.addEventListener('pagehide', () => {
    theme.disconnect();
    styles.disconnect();
  });
}
