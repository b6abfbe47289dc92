// Room for names on a picture: boxes are [left, top, right, bottom] in pixels.

/** None of those that are taken reaches into this one. */
export const free = (box, taken) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);

/** A circle's, but for its corners, where hardly any of it is. */
export function dot(x, y, radius) {
  const half = radius * 0.75;
  return [x - half, y - half, x + half, y + half];
}

/** What lies over the picture, an element beside it, as a box of the picture. */
export function lying(over, picture) {
  const [one, other] = [over.getBoundingClientRect(), picture.getBoundingClientRect()];
  return [one.left - other.left, one.top - other.top, one.right - other.left, one.bottom - other.top];
}
