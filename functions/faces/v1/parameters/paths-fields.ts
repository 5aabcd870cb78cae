import * as z from 'zod';
import { levels } from '../../../domain/level-of-care.ts';
import { emptyList, notAList, notText, repeatedIn } from '../../../http/bounds.ts';
import { quoted } from '../../../http/faults.ts';
import { described } from '../../../http/openapi/described.ts';
import type { ParameterNote } from '../../../http/openapi/operation.ts';
import { textSchema } from '../../../http/text-schemas.ts';
import { messages, notIncluded, notOneOf } from './field-messages.ts';

const FEWEST_LEVELS = 2;
const MOST_LEVELS = 6;
const MOST_PATHS = 10;
export const DEFAULT_PATHS = 3;

const WHERE = 'say where to start: a ZIP, a city with its state, or a point such as 33.45,-112.07';
const HOW_MANY = `must name ${FEWEST_LEVELS} to ${MOST_LEVELS} levels, in the order of care, such as detox, residential, iop`;
const ONE_PAYER = 'must name one payer: every center of a path takes the same one, so ask for each by itself';
const LIMIT = `must be a whole number from 1 to ${MOST_PATHS}`;

const level = z.enum(levels.codes, { error: ({ input }) => notOneOf(input, levels) });
const sayWhere = { error: ({ input }: { readonly input?: unknown }) => (input === undefined ? WHERE : notText) };

/** The fields of a request for paths, in the form of the JSON body. */
export const pathsFields = {
  near: described(
    z.string(sayWhere).pipe(textSchema),
    'Where the person is: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees, ' +
      'or `me` for the network’s own city-level guess.',
    '85004',
  ),
  levels: described(
    z
      .array(level, {
        error: ({ input }) => (input === undefined ? HOW_MANY : notAList('detox')),
      })
      .min(1, emptyList('detox'))
      .min(FEWEST_LEVELS, HOW_MANY)
      .max(MOST_LEVELS, HOW_MANY)
      .refine((values) => repeatedIn(values) === undefined, {
        error: ({ input }) => `names ${quoted(repeatedIn(input))} twice; a path has one center for each level`,
      }),
    `The levels of care in the order that the person goes through them: ${FEWEST_LEVELS} to ${MOST_LEVELS}, each once.`,
    ['detox', 'residential', 'iop'],
  ),
  payer: described(
    z.array(z.string(notText), notAList('medicaid')).min(1, emptyList('medicaid')).max(1, ONE_PAYER).optional(),
    'One payer that every center of a path takes at its level: a kind such as `medicaid`, or the slug of a named insurer. ' +
      'Left out, any.',
    ['medicaid'],
  ),
  include: described(
    z.enum(['unknown'], { error: ({ input }) => notIncluded(input) }).optional(),
    '`unknown` also takes centers whose listing cannot say whether they have the level or take the payer. Every leg then ' +
      'has `certainty`, and one in doubt has `ask`.',
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
