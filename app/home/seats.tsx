/** One person in a chair, with its feet at y = 0 and about 100 high. Faces right unless mirrored. */
function Seat({ x, mirrored, live }: { x: number; mirrored?: boolean; live?: boolean }) {
  return (
    <g transform={`translate(${x} 0) scale(${mirrored ? -1 : 1} 1)`}>
      <path d="M0 -92V-1M0 -44H24a14 14 0 0 1 14 14V-1" className="stroke-ink" strokeWidth="2.5" />
      {live ? (
        <circle cx="22" cy="-74" r="13" className="fill-ember" />
      ) : (
        <circle cx="22" cy="-74" r="11.75" className="stroke-ink" strokeWidth="2.5" />
      )}
    </g>
  );
}

const PANEL = [188, 262, 336, 410];

/** The product in one picture: somebody in the hot seat, and a panel. It rests on the line below it. */
export function Seats({ className }: { className?: string }) {
  return (
    <svg
      viewBox="-2 -94 414 94"
      className={className}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <Seat x={0} live />
      {PANEL.map((x) => (
        <Seat key={x} x={x} mirrored />
      ))}
    </svg>
  );
}
