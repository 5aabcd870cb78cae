import { pick } from '../support/random.ts';
import { wrongSearches } from '../support/wrong-values.ts';

/** The parts of an OpenAPI schema that values are generated from. */
export interface ValueSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: ValueSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly ValueSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Valid values for schemas whose format only the description explains. */
const said: Readonly<Record<string, readonly unknown[]>> = {
  near: ['85004', '98101', '07102', 'Phoenix, AZ', 'tulsa ok', 'Denver, Colorado', 'Las Vegas', '59901', 'me'],
  cell: ['9tbq', '9xj6', 'c23n', 'dp3w', '9qh0', 'dr5r', '9tbq3', '9y7eq'],
  q: [
    'iop near 85004',
    'php denver co medicaid',
    'dual diagnosis spokane women',
    'rehab',
    'detox chicago',
    'iop near me',
  ],
  name: ['recovery', 'family serv', 'behavioral', 'bridge', 'helth'],
  within: ['5mi', '25mi', '40km', '100', '500mi', 10, 25.5],
  payer: ['medicaid', 'medicare', 'private', 'sliding-scale', 'tricare', 'aetna'],
  language: ['es', 'ase', 'vi', 'oj'],
  organization: ['lantern-bridge-recovery-example', 'open-door-health'],
  confirmed: [true, '30d', '365d'],
};
const wrong = wrongSearches.flatMap(({ query = '' }) =>
  query.split('&').map((part) => unescaped(part.split('=').slice(1).join('='))),
);
const scraps = [
  '',
  ' ',
  '%',
  '\u0000',
  '💊',
  'null',
  '-1',
  '1e9',
  'true',
  '[]',
  '{}',
  '../..',
  "' or 1=1",
  '<b>',
  '33|-112|5|km',
];

/** A value that meets both the schema and its description. */
export function rightValue(random: () => number, name: string, schema: ValueSchema, example: unknown): unknown {
  if (schema.type === 'array') {
    const { minItems = 1, maxItems = 50 } = schema;
    const count = Math.min(maxItems, minItems + Math.floor(random() * random() * 4));
    const [first] = Array.isArray(example) ? example : [example];
    const values = Array.from({ length: count }, () => rightValue(random, name, schema.items ?? {}, first));
    // A list that must have several values is sometimes invalid, because chance picked the same value twice.
    return [...new Set(values)];
  }
  if (name === 'near' && random() < 0.3)
    return `${(25 + random() * 24).toFixed(4)},${(-124 + random() * 57).toFixed(4)}`;
  const words = said[name];
  if (words) return pick(random, words);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  if (schema.anyOf) return rightValue(random, name, pick(random, schema.anyOf), example);
  if (schema.type === 'boolean') return random() < 0.5;
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = 1, maximum = 100 } = schema;
    return Math.floor(minimum + random() * (maximum - minimum + 1));
  }
  return example;
}

/** A value that is most likely invalid. */
export function anyValue(random: () => number): unknown {
  const dice = random();
  if (dice < 0.5) return pick(random, wrong);
  if (dice < 0.8) return pick(random, scraps);
  if (dice < 0.9) return Array.from({ length: random() * 30 }, () => String.fromCharCode(random() * 0xd800)).join('');
  return pick(random, [null, [], {}, 0, -1, 1e308, true, ['iop', 'iop'], [null], { near: 'x' }, 'x'.repeat(3_000)]);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
