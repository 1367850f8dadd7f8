/** The browser's own recognition of speech, where it runs on this device. One that sends sound anywhere is never used. */

interface Result {
  isFinal: boolean;
  0: { transcript: string };
}

interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Result> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  start(): void;
  abort(): void;
  stop(): void;
}

interface RecognitionKind {
  new (): Recognition;
  prototype: Recognition;
  available?(wish: { langs: string[]; processLocally: boolean }): Promise<string>;
}

const LANG = 'en-US';

/** Null where the browser has none that knows of recognition on the device. */
function kind(): RecognitionKind | null {
  const found: unknown = Reflect.get(globalThis, 'SpeechRecognition');
  if (typeof found !== 'function') return null;
  const one = found as unknown as RecognitionKind;
  return typeof one.available === 'function' && 'processLocally' in one.prototype ? one : null;
}

/** Whether this browser recognises speech on the device, with what it has now. */
export async function canRecognise(): Promise<boolean> {
  try {
    return (await kind()?.available?.({ langs: [LANG], processLocally: true })) === 'available';
  } catch {
    return false;
  }
}

/** Recognition ends by itself after a silence. One that ends this often (ms) is broken. */
const SOON_MS = 500;

/** Why recognition ended without being stopped. */
export type WhyDeaf = 'not-allowed' | 'no-microphone' | 'broken';

const WHY: Record<string, WhyDeaf> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
};

/**
 * Tells of each sentence until it is stopped; what comes last is told after that. `ended`: it stopped by itself, for good.
 * Nothing happens where it can't be done.
 */
export function recognise(told: (text: string) => void, ended: (why: WhyDeaf) => void): () => void {
  const Kind = kind();
  if (!Kind) return () => {};
  let isOver = false;
  const end = (why: WhyDeaf) => {
    if (!isOver) ended(why);
    isOver = true;
  };
  const recognition = new Kind();
  let begun = performance.now();
  Object.assign(recognition, { lang: LANG, continuous: true, interimResults: false, processLocally: true });
  recognition.onresult = ({ resultIndex, results }) => {
    for (const result of Array.from(results).slice(resultIndex)) {
      const text = result[0].transcript.trim();
      if (result.isFinal && text) told(text);
    }
  };
  const begin = () => {
    begun = performance.now();
    try {
      recognition.start();
    } catch {
      end('broken');
    }
  };
  recognition.onerror = ({ error }) => {
    if (error !== 'no-speech') end(WHY[error] ?? 'broken');
  };
  recognition.onend = () => {
    if (isOver) return;
    if (performance.now() - begun > SOON_MS) begin();
    else end('broken');
  };
  begin();
  return () => {
    isOver = true;
    recognition.stop();
  };
}
