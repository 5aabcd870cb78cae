import * as z from 'zod';
import { levels } from '../../../domain/level-of-care.ts';
import { emptyList, notAList, notText, repeatedIn } from '../../../http/bounds.ts';
import { quoted } from '../../../http/faults.ts';
import { described } from '../../../http/openapi/described.ts';
import type { ParameterNote } from '../../../http/openapi/operation.ts';
import { textSchema } from '../../../http/text-schemas.ts';
import { messages, notIncluded, notOneOf } from './field-messages.ts';
import { searchFields } from './fields.ts';

const FEWEST_LEVELS = 2;
const MOST_LEVELS = 6;
const MOST_PATHS = 10;
export const DEFAULT_PATHS = 3;

const WHERE = 'say where to start: a ZIP, a city with its state, or a point such as 33.45,-112.07';
const HOW_MANY = `must name ${FEWEST_LEVELS} to ${MOST_LEVELS} levels, in the order of care, such as detox, residential, iop`;
const ONE_PAYER = 'must name one payer: every center of a path takes the same one, so ask for each by itself';
const LIMIT = `must be a whole number from 1 to ${MOST_PATHS}`;

const sayWhere = { error: ({ input }: { readonly input?: unknown }) => (input === undefined ? WHERE : notText) };

/** Everything that is wrong with the requested levels: unknown ones, repeated ones, and too few or too many. */
export function faultsOfLevels(given: unknown): { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  if (given === undefined) return [{ path: ['levels'], message: HOW_MANY }];
  if (!Array.isArray(given)) return [{ path: ['levels'], message: notAList('detox') }];
  const codes: readonly unknown[] = levels.codes;
  const wrong = [...given.entries()].filter(([at, value]) => !codes.includes(value) && given.indexOf(value) === at);
  const twice = codes.filter((code) => given.indexOf(code) !== given.lastIndexOf(code));
  const isManyEnough = given.length >= FEWEST_LEVELS && given.length <= MOST_LEVELS;
  return [
    ...wrong.map(([at, value]) => ({ path: ['levels', at], message: notOneOf(value, levels) })),
    ...twice.map((code) => ({
      path: ['levels'],
      message: `names ${quoted(code)} twice; a path has one center for each level`,
    })),
    ...(isManyEnough ? [] : [{ path: ['levels'], message: HOW_MANY }]),
  ];
}

/** Fields of a request for paths, in the form of the JSON body. */
export const pathsFields = {
  near: described(
    z.string(sayWhere).pipe(textSchema),
    'Where the person is: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees, ' +
      'or `me` for the network’s own city-level guess.',
    '85004',
  ),
  levels: described(
    z
      // zod stops at the first kind of fault in a list, so `faultsOfLevels` writes the messages for `levels`.
      .array(z.enum(levels.codes))
      .min(FEWEST_LEVELS)
      .max(MOST_LEVELS)
      .refine((values) => repeatedIn(values) === undefined),
    `The levels of care in the order that the person goes through them: ${FEWEST_LEVELS} to ${MOST_LEVELS}, each once.`,
    ['detox', 'residential', 'iop'],
  ),
  payer: described(
    z.array(z.string(notText), notAList('medicaid')).min(1, emptyList('medicaid')).max(1, ONE_PAYER).optional(),
    'One payer that every center of a path takes at its level: a kind such as `medicaid`, or the slug of a named insurer. ' +
      'Left out, any.',
    ['medicaid'],
  ),
  age: described(
    searchFields.age,
    'Who goes: years such as `16`, or bands (`adolescents` 13 to 17). Every center of a path must say that it accepts the ' +
      'age, and of several all must accept the same one. An age that nobody states is unknown, never no: ' +
      '`include=unknown` takes such centers. Left out, all centers of a path accept some age together, as far as they say.',
    ['adults'],
  ),
  gender: described(
    searchFields.gender,
    'Who goes: `women` or `men`. Every center of a path must say that it accepts them. Left out, all centers of a path ' +
      'accept women or all accept men, as far as they say.',
    ['women'],
  ),
  population: described(
    searchFields.population,
    'Whom every program of a path is made for; several values mean any of them. `age` and `gender` ask who is accepted.',
    ['veterans'],
  ),
  include: described(
    z.enum(['unknown'], { error: ({ input }) => notIncluded(input) }).optional(),
    '`unknown` also takes centers whose listing cannot say whether they have the level, take the payer or accept the ' +
      'person. Every leg then has `certainty`, and one in doubt has `ask`.',
    'unknown',
  ),
  limit: described(
    z.int(LIMIT).min(1, LIMIT).max(MOST_PATHS, LIMIT).default(DEFAULT_PATHS),
    `How many paths at most, from 1 to ${MOST_PATHS}.`,
    DEFAULT_PATHS,
  ),
} as const;

export const pathsBodySchema = z.strictObject(pathsFields, messages.notABody);
export type PathsBody = z.infer<typeof pathsBodySchema>;

/** Converts the text of a query string to the values of the schema. */
export const pathsKinds = {
  near: 'text',
  levels: 'list',
  payer: 'list',
  age: 'list',
  gender: 'list',
  population: 'list',
  include: 'text',
  limit: 'number',
} as const satisfies Readonly<Record<keyof typeof pathsFields, 'text' | 'list' | 'number'>>;

/** The fields of a request for paths, as URL parameters. */
export const pathsParameters: readonly ParameterNote[] = (Object.keys(pathsFields) as (keyof typeof pathsFields)[]).map(
  (name) => {
    const { description = '', examples = [] } = z.globalRegistry.get(pathsFields[name]) ?? {};
    const isRequired = name === 'near' || name === 'levels';
    return {
      name,
      in: 'query',
      schema: pathsFields[name] as z.ZodType,
      description,
      example: (examples as readonly unknown[])[0],
      ...(isRequired ? { required: true } : {}),
    };
  },
);
