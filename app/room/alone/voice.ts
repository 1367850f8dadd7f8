/** The browser's own voice. Where it has none, nothing is said. */

export const canSpeak = (): boolean => typeof speechSynthesis !== 'undefined';

/** Says a text as somebody: a person has one voice. It takes the place of what is being said. */
export function speak(text: string, who: string): void {
  if (!canSpeak()) return;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith('en'));
  const number = [...who].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const voice = voices[number % Math.max(1, voices.length)];
  if (voice) said.voice = voice;
  said.lang = voice?.lang ?? 'en-GB';
  said.pitch = 0.85 + (number % 4) * 0.1;
  speechSynthesis.speak(said);
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
}
