import { asksOutright, isQuestionNumbered, opensByAsking } from './asking';
import { labelOf } from './labels';
import { PART_TITLE } from './language';

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

/** `Section 2: Team`, alone between blank lines. */
export function isPartLine(above: string, line: string, next: string): boolean {
  const isAlone = above.trim() === '' && next.trim() === '';
  return (
    isAlone && line.length <= 80 && PART_TITLE.test(line) && !/[.!?。？,;]$/.test(line) && !asksOutright(line)
  );
}

/** Short words straight above a numbered question that Markdown would add to them, because it is not the first. */
export function isAboveNumber(line: string, next: string): boolean {
  const number = /^ {0,3}(\d{1,3})[.)]\s/.exec(next)?.[1];
  const isShort = /^\S/.test(line) && line.length <= 60 && !/[.!?,;。？]\s*$/.test(line);
  return number !== undefined && number !== '1' && isShort && asksOutright(next.trim());
}
