/** The dark modules of a QR code as one SVG path, a unit each; `data` holds them row by row. */
export function darkPath(data: ArrayLike<number>, size: number): string {
  const squares: string[] = [];
  for (let at = 0; at < size * size; at += 1) {
    if (data[at]) squares.push(`M${at % size} ${Math.floor(at / size)}h1v1h-1z`);
  }
  return squares.join('');
}
