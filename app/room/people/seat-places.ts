/** The place of a seat in the lobby, in percent of its width and height. */
export interface Place {
  x: number;
  y: number;
}

/** More seats would overlap, so they are in rows. */
export const MOST_IN_ARC = 7;

const STEP_DEGREES = 34;
const WIDEST_DEGREES = 172;
const CENTRE = { x: 50, y: 77 };
const RADIUS = { x: 41, y: 62 };

/** Places around the candidate's chair, from left to right, evenly along the upper half of an ellipse. */
export function seatPlaces(count: number): Place[] {
  const span = Math.min(WIDEST_DEGREES, STEP_DEGREES * (count - 1));
  return Array.from({ length: count }, (_, seat) => {
    const degrees = -90 - span / 2 + (count === 1 ? 0 : (span * seat) / (count - 1));
    const angle = (degrees * Math.PI) / 180;
    return {
      x: round(CENTRE.x + RADIUS.x * Math.cos(angle)),
      y: round(CENTRE.y + RADIUS.y * Math.sin(angle)),
    };
  });
}

/** Two decimals: the server and the browser must write the same style. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
