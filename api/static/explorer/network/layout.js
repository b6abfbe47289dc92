// Where the nodes are put: a small force layout. The same graph is always laid out in the same way in a frame of the same
// shape, and nodes that are there already keep their places, so that nothing jumps when somebody is expanded.

/** Length of a tie between two that nothing else pulls at, in pixels at zoom 1. */
const LENGTH = 95;
/** How much more nodes push each other away than ties pull: less, and the middle is a knot. */
const PUSH = 3.2;
/** The square of the distance from which on nodes leave each other alone. */
const FAR = (5 * LENGTH) ** 2;
/** So many steps let 300 nodes come to rest; each compares all pairs, which takes 0.5 ms. */
const STEPS = 220;
/** Neighbours that come to a picture begin beside theirs, and are at rest sooner. */
const STEPS_MORE = 40;
/** A picture is stretched so much at most to fill its frame: more, and what is near no longer looks near. */
const STRETCHED = 1.7;
/** How near to the others a group comes that is tied to none of them: further out, it would make all else small. */
const ASHORE = 1.3 * LENGTH;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * @param ids of the nodes, the most important first
 * @param ties [source, target, strength]
 * @param known Map of id → {x, y} of those that stay where they are
 * @param around id of the node that the new ones belong to, if any
 * @param frame width of the picture by its height: where all is new, it is filled
 * @returns Map of id → {x, y}, of all
 */
export function layOut(ids, ties, known = new Map(), around = null, frame = 0) {
  const index = new Map(ids.map((id, number) => [id, number]));
  const fixed = ids.map((id) => known.has(id));
  const near = ids.map(() => []);
  const springs = [];
  for (const [source, target, strength] of ties) {
    const one = index.get(source);
    const other = index.get(target);
    if (one === undefined || other === undefined || one === other) continue;
    near[one].push(other);
    near[other].push(one);
    springs.push([one, other, Math.min(2, 1 + Math.log2(1 + strength) / 5)]);
  }
  const { xs, ys } = start(ids, known, near, index.get(around));
  if (fixed.every(Boolean)) return finish(ids, xs, ys);
  const steps = known.size ? STEPS_MORE : STEPS;
  for (let step = 0; step < steps; step += 1) move(xs, ys, springs, fixed, LENGTH * 0.55 * (1 - step / steps) ** 1.5 + 0.5, near);
  if (!known.size) gather(xs, ys, near);
  if (!known.size && frame) stretch(xs, ys, frame);
  return finish(ids, xs, ys);
}

/** New ones begin beside those that they are tied to, or on a spiral, the most important in the middle. */
function start(ids, known, near, around) {
  const xs = new Float64Array(ids.length);
  const ys = new Float64Array(ids.length);
  ids.forEach((id, number) => {
    const place = known.get(id);
    if (place) [xs[number], ys[number]] = [place.x, place.y];
  });
  ids.forEach((id, number) => {
    if (known.has(id)) return;
    const from = around !== undefined && known.has(ids[around]) ? around : near[number].find((one) => known.has(ids[one]));
    const reach = from === undefined ? LENGTH * 0.45 * Math.sqrt(number + 0.5) : LENGTH * (0.6 + 0.06 * Math.sqrt(number));
    const angle = number * GOLDEN;
    xs[number] = (from === undefined ? 0 : xs[from]) + reach * Math.cos(angle);
    ys[number] = (from === undefined ? 0 : ys[from]) + reach * Math.sin(angle);
  });
  return { xs, ys };
}

function move(xs, ys, springs, fixed, most, near) {
  const count = xs.length;
  const dx = new Float64Array(count);
  const dy = new Float64Array(count);
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) {
      if (fixed[one] && fixed[other]) continue;
      const x = xs[one] - xs[other];
      const y = ys[one] - ys[other];
      const square = x * x + y * y + 0.01;
      // Who is far away pushes no more: else those without ties would be driven out of sight.
      if (square > FAR) continue;
      const force = (PUSH * LENGTH * LENGTH) / square;
      dx[one] += x * force;
      dy[one] += y * force;
      dx[other] -= x * force;
      dy[other] -= y * force;
    }
  }
  for (const [one, other, strength] of springs) {
    const x = xs[one] - xs[other];
    const y = ys[one] - ys[other];
    // Hubs are not torn to pieces by all their ties together.
    const force = (Math.sqrt(x * x + y * y) / LENGTH) * strength / Math.sqrt(Math.min(near[one].length, near[other].length));
    dx[one] -= x * force;
    dy[one] -= y * force;
    dx[other] += x * force;
    dy[other] += y * force;
  }
  for (let node = 0; node < count; node += 1) {
    if (fixed[node]) continue;
    // A little gravity keeps what is tied to nobody here from drifting away; wider than high, as screens are.
    const pull = near[node].length ? 1 : 4;
    const x = dx[node] - xs[node] * 0.05 * pull;
    const y = dy[node] - ys[node] * 0.09 * pull;
    const length = Math.sqrt(x * x + y * y) || 1;
    const step = Math.min(length, most);
    xs[node] += (x / length) * step;
    ys[node] += (y / length) * step;
  }
}

/** Groups that nothing ties to the largest one are moved towards it, the nearest first, until they would lie among the others. */
function gather(xs, ys, near) {
  const middle = (group, of) => group.reduce((sum, one) => sum + of[one], 0) / group.length;
  const [main, ...islands] = groups(near);
  if (!islands.length) return;
  const [x, y] = [middle(main, xs), middle(main, ys)];
  const away = (group) => Math.hypot(middle(group, xs) - x, middle(group, ys) - y);
  const settled = [...main];
  for (const group of islands.sort((one, other) => away(one) - away(other))) {
    const [dx, dy] = [x - middle(group, xs), y - middle(group, ys)];
    const far = Math.hypot(dx, dy) || 1;
    const isFree = (by) => group.every((one) => settled.every((other) => Math.hypot(xs[one] + dx * by - xs[other], ys[one] + dy * by - ys[other]) > ASHORE));
    let by = 0;
    while (by < 1 && isFree(by + LENGTH / 4 / far)) by += LENGTH / 4 / far;
    for (const one of group) [xs[one], ys[one]] = [xs[one] + dx * by, ys[one] + dy * by];
    settled.push(...group);
  }
}

/** Numbers of the nodes that are tied to each other, directly or through others, as one list for each group; the largest first. */
function groups(near) {
  const seen = new Set();
  const found = near.flatMap((_, number) => {
    if (seen.has(number)) return [];
    const group = new Set([number]);
    for (const one of group) near[one].forEach((other) => group.add(other));
    group.forEach((one) => seen.add(one));
    return [[...group]];
  });
  return found.sort((one, other) => other.length - one.length);
}

/** Drawn out to the shape of the frame: names, which are wide, get room, and all of it can be nearer. */
function stretch(xs, ys, frame) {
  const extent = (all) => Math.max(...all) - Math.min(...all) || 1;
  const lacks = (frame * extent(ys)) / extent(xs);
  if (lacks > 1) xs.forEach((x, node) => (xs[node] = x * Math.min(lacks, STRETCHED)));
  else ys.forEach((y, node) => (ys[node] = y * Math.min(1 / lacks, STRETCHED)));
}

function finish(ids, xs, ys) {
  return new Map(ids.map((id, number) => [id, { x: Math.round(xs[number] * 10) / 10, y: Math.round(ys[number] * 10) / 10 }]));
}
