/** A text as its signs, and whether it speaks of danger. */
export interface Lesson {
  readonly signs: readonly string[];
  readonly isDanger: boolean;
}

export interface LearnOptions {
  readonly rounds: number;
  /** Pulls weights to 0, so that what is seen once counts little. */
  readonly decay: number;
  readonly rate: number;
}

/** The sign of every text, which decay leaves alone. */
export const EVERY = '*';

/**
 * Weights of signs by logistic regression: stochastic gradient descent with a step for each sign (AdaGrad), in an order
 * that is shuffled but always the same.
 */
export function learn(lessons: readonly Lesson[], { rounds, decay, rate }: LearnOptions): ReadonlyMap<string, number> {
  const names = [...new Set(lessons.flatMap(({ signs }) => signs))];
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = lessons.map(({ signs, isDanger }) => ({ at: signs.map((sign) => index.get(sign) ?? 0), isDanger }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(0.001);
  const every = index.get(EVERY);
  const below = seeded(12_345);
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, below);
    for (const { at, isDanger } of rows) {
      const sum = at.reduce((total, one) => total + (weights[one] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (isDanger ? 1 : 0);
      for (const one of at) {
        const slope = error + (one === every ? 0 : decay * (weights[one] ?? 0));
        squares[one] = (squares[one] ?? 0) + slope * slope;
        weights[one] = (weights[one] ?? 0) - (rate * slope) / Math.sqrt(squares[one] ?? 1);
      }
    }
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

/** Whole numbers below a limit, the same each time (a linear congruential generator). */
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
