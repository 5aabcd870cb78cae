/** A training text: its features (called signs), and whether it expresses danger. */
export interface Lesson<Sign> {
  readonly signs: readonly Sign[];
  readonly isDanger: boolean;
  /** Weight of this text in training: 1, or more if a wrong answer for it does more harm. */
  readonly weight: number;
}

export interface LearnOptions {
  readonly rounds: number;
  readonly rate: number;
  /** Strength of the pull of all weights toward 0 (L2), so that a sign that occurs only once gets a small weight. */
  readonly decay: number;
  /** The total gradient of a sign that is needed before its weight leaves 0 (L1). */
  readonly least: number;
}

export interface Learned<Sign> {
  readonly bias: number;
  readonly weights: ReadonlyMap<Sign, number>;
}

/**
 * Learns weights of signs by logistic regression: FTRL-Proximal (McMahan et al., "Ad Click Prediction: a View from the
 * Trenches", 2013), which leaves most weights at 0. The texts are shuffled, always into the same order.
 * @param fixed Weights that stay as they are; the others are learned around them.
 */
export function learn<Sign>(
  lessons: readonly Lesson<Sign>[],
  { rounds, rate, decay, least }: LearnOptions,
  fixed: ReadonlyMap<Sign, number> = new Map(),
): Learned<Sign> {
  const names = [...new Set(lessons.flatMap(({ signs }) => signs))];
  const index = new Map(names.map((name, at) => [name, at]));
  const every = names.length;
  const rows = lessons.map(({ signs, isDanger, weight }) => ({
    at: Uint32Array.from([every, ...new Set(signs.map((sign) => index.get(sign) ?? every))]),
    isDanger,
    weight,
  }));
  const pulls = new Float64Array(every + 1);
  const squares = new Float64Array(every + 1);
  /** Square roots of these, since three are needed for each sign of each lesson. */
  const roots = new Float64Array(every + 1);
  const weights = new Float64Array(every + 1);
  const isFixed = Uint8Array.from([...names.map((name) => (fixed.has(name) ? 1 : 0)), 0]);
  names.forEach((name, at) => {
    weights[at] = fixed.get(name) ?? 0;
  });
  const below = seeded(12_345);
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, below);
    for (const { at, isDanger, weight } of rows) {
      let sum = 0;
      for (const one of at) sum += weights[one] ?? 0;
      const slope = weight * (1 / (1 + Math.exp(-sum)) - (isDanger ? 1 : 0));
      for (const one of at) {
        if (isFixed[one] === 1) continue;
        const square = (squares[one] ?? 0) + slope * slope;
        const root = Math.sqrt(square);
        const step = (root - (roots[one] ?? 0)) / rate;
        const pull = (pulls[one] ?? 0) + slope - step * (weights[one] ?? 0);
        pulls[one] = pull;
        squares[one] = square;
        roots[one] = root;
        const most = one === every ? 0 : least;
        weights[one] =
          Math.abs(pull) <= most
            ? 0
            : -(pull - Math.sign(pull) * most) / ((1 + root) / rate + (one === every ? 0 : decay));
      }
    }
  }
  return { bias: weights[every] ?? 0, weights: new Map(names.map((name, at) => [name, weights[at] ?? 0])) };
}

/** Returns a generator of pseudo-random whole numbers below a limit. The same seed gives the same numbers. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

function shuffle(rows: unknown[], below: (limit: number) => number): void {
  for (let last = rows.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
}
