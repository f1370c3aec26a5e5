export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where something that can be pressed stands, in pixels. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Things side by side overlap by a pixel at most. */
const SLACK_PX = 2;
/** What lies straight ahead is nearer than what lies aside. */
const ASIDE = 3;

const gap = (fromA: number, toA: number, fromB: number, toB: number): number => Math.max(0, fromB - toA, fromA - toB);
const middle = (from: number, to: number): number => (from + to) / 2;

const ahead = (from: Box, to: Box, direction: Direction): number => {
  if (direction === 'right') return to.left - from.right;
  if (direction === 'left') return from.left - to.right;
  return direction === 'down' ? to.top - from.bottom : from.top - to.bottom;
};

const aside = (from: Box, to: Box, direction: Direction): number =>
  direction === 'left' || direction === 'right'
    ? gap(from.top, from.bottom, to.top, to.bottom) * 100 +
      Math.abs(middle(from.top, from.bottom) - middle(to.top, to.bottom))
    : gap(from.left, from.right, to.left, to.right) * 100 + Math.abs(from.left - to.left);

/** Which of some boxes an arrow leads to from one of them; null where none lies that way. */
export const nextStop = (boxes: readonly Box[], at: number, direction: Direction): number | null => {
  const from = boxes[at];
  if (from === undefined) return null;
  const found = boxes
    .map((box, i) => ({ i, far: ahead(from, box, direction), beside: aside(from, box, direction) }))
    .filter(({ i, far }) => i !== at && far >= -SLACK_PX)
    .sort((a, b) => a.far + ASIDE * a.beside - (b.far + ASIDE * b.beside));
  return found[0]?.i ?? null;
};
