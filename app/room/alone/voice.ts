/** The browser's own voice. Where it has none, nothing is said. */

export const canSpeak = (): boolean => typeof speechSynthesis !== 'undefined';

/** English voices: those of the device, or else those that send each text to their maker. */
function voicesHere(): { voices: SpeechSynthesisVoice[]; areRemote: boolean } {
  const all = speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith('en'));
  const own = all.filter(({ localService }) => localService);
  return { voices: own.length > 0 ? own : all, areRemote: own.length === 0 && all.length > 0 };
}

/** Calls back with whether this browser has only voices that send what they read to their maker, and again if that changes. */
export function onVoices(tell: (areRemote: boolean) => void): () => void {
  if (!canSpeak()) return () => {};
  const look = () => tell(voicesHere().areRemote);
  look();
  // Browsers find their voices some time after the page has loaded.
  speechSynthesis.addEventListener?.('voiceschanged', look);
  return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
}

/** A voice that has not begun by then (ms) never will, and one that has takes this long at most for a letter. */
const BEGINS_MS = 2_000;
const A_LETTER_MS = 150;

/** Tells the one who waits for what is being said that it is over. */
let over = (): void => {};

/**
 * Says a text as somebody: a person has one voice. It takes the place of what is being said. Resolves when it is over, was
 * hushed, or cannot be said.
 */
export function speak(text: string, who: string): Promise<void> {
  if (!canSpeak()) return Promise.resolve();
  hush();
  const said = new SpeechSynthesisUtterance(text);
  const { voices } = voicesHere();
  const number = [...who].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const voice = voices[number % Math.max(1, voices.length)];
  if (voice) said.voice = voice;
  said.lang = voice?.lang ?? 'en-GB';
  said.pitch = 0.85 + (number % 4) * 0.1;
  return new Promise((resolve) => {
    let patience = setTimeout(() => over(), BEGINS_MS);
    const isOver = () => {
      clearTimeout(patience);
      if (over === isOver) over = () => {};
      resolve();
    };
    over = isOver;
    said.onstart = () => {
      clearTimeout(patience);
      patience = setTimeout(isOver, BEGINS_MS + text.length * A_LETTER_MS);
    };
    said.onend = isOver;
    said.onerror = isOver;
    speechSynthesis.speak(said);
  });
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
  over();
}

const read = new Set<string>();

export const wasRead = (what: string): boolean => read.has(what);

/** Whether this page has read it aloud before; from now on it has. */
export function isReadNow(what: string): boolean {
  const before = read.has(what);
  read.add(what);
  return before;
}

/** A question with so many follow-ups, as it is read aloud. */
export const readingOf = (askId: string, followUps: number): string => `${askId} ${followUps}`;
