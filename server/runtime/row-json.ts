/** JSON of a row that the record holds. `row` names it: what V8 says of damaged JSON quotes the text, which people wrote. */
export function rowJson(text: string, row: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${row} is no JSON`);
  }
}
