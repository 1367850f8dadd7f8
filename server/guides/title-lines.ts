import { asksOutright, isQuestionNumbered, opensByAsking } from './asking';
import { labelOf } from './labels';

/** Words in capitals, as a heading is written where there is no bold. */
export function isCapitalTitle(text: string): boolean {
  return (
    /^[\p{Lu}\p{N}][^\p{Ll}\p{Lo}|`<>]{1,58}[^\p{Ll}\p{Lo}.!?:;,|`<>]$/u.test(text) &&
    /\p{Lu}{3}/u.test(text) &&
    !isQuestionNumbered(text) &&
    labelOf(text) === null
  );
}

/** A few words on a line of their own, without a mark, straight above a line that asks. */
export function isTitleAbove(above: string, line: string, next: string): boolean {
  if (above.trim() !== '' || !asksOutright(next.trim()) || !/^\S/.test(line)) return false;
  const text = line.trim();
  if (isCapitalTitle(text)) return true;
  const isPlain =
    /^\p{Lu}[\p{L}\p{M}\p{N}&/,'’ -]{2,38}[\p{L}\p{N})]$/u.test(text) && text.split(' ').length <= 4;
  const asks = opensByAsking(next.trim()) && !asksOutright(text) && !opensByAsking(text);
  return isPlain && asks && labelOf(text) === null && !isQuestionNumbered(text);
}
