import * as z from 'zod';
import { conditions } from '../../../domain/condition.ts';
import { levels } from '../../../domain/level-of-care.ts';
import { modalities } from '../../../domain/modality.ts';
import { populations } from '../../../domain/population.ts';
import { tracks } from '../../../domain/schedule.ts';
import { slugSchema } from '../../../domain/slug.ts';
import { stateCodes, stateNames } from '../../../domain/state.ts';
import { therapies } from '../../../domain/therapy.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import { bounds, listSchema, nameSchema, phraseSchema, textSchema } from '../../../http/bounds.ts';
import { notAccepted, quoted, type Synonym } from '../../../http/faults.ts';

export const DEFAULT_LIMIT = 10;

function oneOf<Code extends string>(vocabulary: Vocabulary<Code>) {
  return z.enum(vocabulary.codes as [Code, ...Code[]], {
    error: ({ input }) => notAccepted(input, `a ${vocabulary.name}`, vocabulary.codes, synonymsOf(vocabulary)),
  });
}

export function synonymsOf<Code extends string>(vocabulary: Vocabulary<Code>): Synonym[] {
  return vocabulary.codes.flatMap((value) => vocabulary.terms[value].synonyms.map((word) => ({ word, value })));
}

const namedStates: readonly Synonym[] = stateCodes.map((value) => ({ word: stateNames[value].toLowerCase(), value }));
// Which languages there are is the dataset's to say: search-request.ts looks them up.
const languageItem = z.string('must be text').toLowerCase();

const atMost = (what: string, most: number) =>
  z
    .number(`must be a number of ${what}`)
    .positive(`must be more than 0 ${what}`)
    .max(most, `must be at most ${most} ${what}`);

const CONFIRMED_FORMS = 'must be true, or a longest age in days such as 30d';

const organizationItem = z.string('must be text').refine((text) => slugSchema.safeParse(text).success, {
  error: ({ input }) => `${quoted(input)} is not an organization's slug, such as "open-door-health"`,
});

/**
 * The fields of a search, in the form of the JSON body: lists as arrays, numbers as numbers.
 * A query string is brought into this form first (search-request.ts), so both are parsed by the same schema.
 */
export const searchFields = {
  near: textSchema.optional(),
  cell: textSchema.optional(),
  state: z
    .enum(stateCodes, { error: ({ input }) => notAccepted(input, 'a state that we serve', stateCodes, namedStates) })
    .optional(),
  q: phraseSchema.optional(),
  name: nameSchema.optional(),
  within: z.union([textSchema, z.number()], 'must be a distance such as "25mi", "40km" or 25 (miles)').optional(),
  level: listSchema(oneOf(levels), 'iop').optional(),
  condition: listSchema(oneOf(conditions), 'alcohol').optional(),
  population: listSchema(oneOf(populations), 'women').optional(),
  therapy: listSchema(oneOf(therapies), 'cbt').optional(),
  // Which insurers there are is the dataset's to say: search-request.ts looks them up.
  payer: listSchema(z.string('must be text'), 'medicaid').optional(),
  modality: listSchema(oneOf(modalities), 'telehealth').optional(),
  schedule: listSchema(oneOf(tracks), 'evening').optional(),
  language: listSchema(languageItem, 'es').optional(),
  housing: z.boolean('must be true or false').optional(),
  maxHoursPerWeek: atMost('hours', 168).optional(),
  maxSessionsPerWeek: atMost('sessions', 50).optional(),
  maxWeeks: atMost('weeks', 520).optional(),
  organization: listSchema(organizationItem, 'open-door-health').optional(),
  confirmed: z
    .union([z.literal(true), z.string().regex(/^[1-9]\d{0,3}d$/, CONFIRMED_FORMS)], CONFIRMED_FORMS)
    .optional(),
  accepting: z.literal(true, 'must be true, or left out').optional(),
  limit: z
    .int('must be a whole number from 1 to 50')
    .min(1, 'must be a whole number from 1 to 50')
    .max(50, 'must be a whole number from 1 to 50')
    .default(DEFAULT_LIMIT),
  cursor: z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(bounds.cursor, 'is too long to be a cursor')
    .optional(),
} as const;

export const searchBodySchema = z.strictObject(searchFields, 'must be one JSON object');
export type SearchBody = z.infer<typeof searchBodySchema>;

/** How the words of a query string become the values of the schema. */
export const fieldKinds: Readonly<Record<keyof typeof searchFields, 'text' | 'list' | 'number' | 'boolean'>> = {
  near: 'text',
  cell: 'text',
  state: 'text',
  q: 'text',
  name: 'text',
  within: 'text',
  level: 'list',
  condition: 'list',
  population: 'list',
  therapy: 'list',
  payer: 'list',
  modality: 'list',
  schedule: 'list',
  language: 'list',
  housing: 'boolean',
  maxHoursPerWeek: 'number',
  maxSessionsPerWeek: 'number',
  maxWeeks: 'number',
  organization: 'list',
  confirmed: 'boolean',
  accepting: 'boolean',
  limit: 'number',
  cursor: 'text',
};
