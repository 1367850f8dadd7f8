/** Why something stands on an agenda, under what it is. */
export function Reason({ words }: { words: string }) {
  return <span className="block pt-0.5 text-xs">{words}</span>;
}
