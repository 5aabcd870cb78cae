import { z } from 'zod';
import { accuracies } from '../../functions/domain/accuracy.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { answerers, phonePurposes } from '../../functions/domain/contact.ts';
import { fieldNames } from '../../functions/domain/fields.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { populations } from '../../functions/domain/population.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { stateSchema } from '../../functions/domain/state-schema.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { schemaOf } from '../../functions/domain/vocabulary-schema.ts';
import { help } from '../../functions/http/help.ts';

/** Describes each member of the contract's answers. An answer with an extra or missing member breaks the contract. */
const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const range = z.tuple([z.number(), z.number()]).refine(([least, most]) => least <= most);
const instant = z.iso.datetime();
const twoDecimals = z.number().refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6);
const point = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

const centerSchema = z.strictObject({
  id: slug,
  name: text,
  alternateNames: z.array(text),
  organization: z.strictObject({ slug, name: text }),
  sample: z.boolean(),
  address: z.strictObject({
    street: text.nullable(),
    city: text,
    state: stateSchema,
    zip: z.string().regex(/^\d{5}$/),
  }),
  location: z.strictObject({ ...point.shape, accuracy: z.enum(accuracies) }),
  phones: z
    .array(
      z.strictObject({
        number: z.string().regex(/^\+1\d{10}$/),
        extension: z.string().nullable(),
        display: z.string().regex(/^\(\d{3}\) \d{3}-\d{4}(?: ext\. \d+)?$/),
        purpose: z.enum(phonePurposes),
        answeredBy: z.enum(answerers),
      }),
    )
    .min(1),
  website: z.url().nullable(),
  unknownLevels: z.array(schemaOf(levels)),
  sources: z.array(z.strictObject({ name: text, asOf: z.iso.date() })).min(1),
});

const offeringSchema = z.strictObject({
  id: slug,
  level: schemaOf(levels),
  label: text,
  asam: z.strictObject({ code: text, edition: z.enum(['3', '4']) }).nullable(),
  conditions: z.array(schemaOf(conditions)),
  populations: z.array(schemaOf(populations)),
  ages: z
    .array(z.enum(['children', 'adolescents', 'young-adults', 'adults', 'seniors']))
    .min(1)
    .nullable(),
  genders: z
    .array(z.enum(['women', 'men']))
    .min(1)
    .nullable(),
  families: z.array(z.enum(['childcare', 'beds-for-children'])),
  only: z.array(z.enum(['dui', 'alcohol', 'opioids', 'women', 'men'])),
  therapies: z.array(schemaOf(therapies)),
  payers: z.array(slug),
  languages: z.array(text),
  modalities: z.array(schemaOf(modalities)),
  schedule: z
    .strictObject({
      sessionsPerWeek: range.nullable(),
      hoursPerSession: z.number().nullable(),
      hoursPerWeek: z.number().nullable(),
      weeks: range.nullable(),
      tracks: z.array(schemaOf(tracks)).nullable(),
    })
    .nullable(),
  housing: z.boolean().nullable(),
  confirmation: z.strictObject({
    state: z.enum(['confirmed', 'unconfirmed', 'stale', 'denied']),
    confirmedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  }),
  intake: z.strictObject({
    state: z.enum(['open', 'full', 'closed', 'unknown']),
    asOf: instant.nullable(),
    until: instant.optional(),
  }),
  admissions: z.strictObject({ denied: z.array(text), open: z.array(text), stale: z.array(text) }).optional(),
  fromProvider: z
    .strictObject({
      ...{
        source: text,
        url: z.url(),
        asOf: z.iso.date(),
        readOn: z.iso.date(),
        failingSince: z.iso.date().optional(),
      },
      ...{ facts: z.array(text).min(1), stale: z.boolean() },
    })
    .optional(),
});

const list = z.array(text).min(1);
const querySchema = z
  .strictObject({
    near: text,
    cell: z.string().regex(/^[0-9b-hjkmnp-z]{4,5}$/),
    state: stateSchema,
    q: text,
    name: text,
    cursor: text,
    /** How the API read the words of `q`. */
    understood: z.array(
      z.strictObject({
        words: text,
        field: text.nullable(),
        value: text.nullable(),
        widened: z.literal(true).optional(),
      }),
    ),
    /** Words of `q` that were not understood. */
    ignored: z.array(text),
    /** Set if `q` expresses danger to life. */
    crisis: z.literal(true),
    within: z.string().regex(/^[\d.e+-]+(?:mi|km)$/),
    include: z.literal('unknown'),
    level: z.array(schemaOf(levels)).min(1),
    condition: list,
    population: list,
    age: list,
    gender: list,
    families: list,
    therapy: list,
    payer: list,
    modality: list,
    schedule: list,
    language: list,
    organization: list,
    housing: z.boolean(),
    accepting: z.literal(true),
    confirmed: z.union([z.literal(true), z.string().regex(/^\d+d$/)]),
    maxHoursPerWeek: z.number(),
    maxSessionsPerWeek: z.number(),
    maxWeeks: z.number(),
  })
  .partial()
  .extend({ limit: z.int().min(1).max(50) });

const datasetSchema = z.strictObject({ version: text, publishedAt: instant });
const helpSchema = z.strictObject({
  crisis: z.literal(help.crisis),
  treatment: z.literal(help.treatment),
  emergency: z.literal(help.emergency),
  notice: z.literal(help.notice),
});
const resultMembers = {
  center: centerSchema,
  // Search never finds what admissions denied.
  offerings: z.array(offeringSchema.refine(({ confirmation }) => confirmation.state !== 'denied')),
  // Only present if the request has include=unknown.
  certainty: z.enum(['listed', 'unknown']).optional(),
  ask: z.array(z.enum(fieldNames)).min(1).optional(),
};
const approximate = z.literal(true).optional();
const distanceSchema = z.strictObject({ miles: twoDecimals, km: twoDecimals, approximate });
const rangeSchema = z
  .strictObject({ minMiles: twoDecimals, maxMiles: twoDecimals, approximate })
  .refine(({ minMiles, maxMiles }) => minMiles <= maxMiles);
const alternativeSchema = z.strictObject({
  change: z
    .record(z.string(), z.union([z.string().regex(/^(?:10|25|50|100|250|500)mi$/), z.null()]))
    .refine((change) => Object.keys(change).length === 1),
  count: z.int().min(1).max(50),
  more: z.boolean(),
  nearestMiles: twoDecimals.nullable(),
});
const code = z.string().regex(/^[A-Z]{2}$/);
/**
 * The states that an answer covers, in sorted order, and the state of its origin. `listed` must be true exactly if the
 * answer covers the origin's state.
 */
const coverageSchema = z
  .strictObject({
    states: z.array(code).refine((states) => states.join() === [...new Set(states)].sort().join()),
    origin: z.strictObject({ state: code.nullable(), listed: z.boolean() }),
  })
  .refine(({ states, origin }) => origin.listed === (origin.state !== null && states.includes(origin.state)));
const commonMembers = {
  crisis: z.literal(true).optional(),
  query: querySchema,
  unknown: z
    .strictObject({
      count: z.int().min(0).max(50),
      more: z.literal(true).optional(),
      because: z.partialRecord(z.enum(fieldNames), z.int().min(1).max(50)),
    })
    // Every center in doubt has a reason, and no reason counts more centers than there are.
    .refine(({ count, because }) => {
      const reasons = Object.values(because);
      return reasons.every((centers) => centers <= count) && reasons.reduce((sum, one) => sum + one, 0) >= count;
    }),
  /** Only the first page of an answer may have alternatives, and only if that page is not full. */
  alternatives: z.array(alternativeSchema).optional(),
  next: text.nullable(),
  dataset: datasetSchema,
  help: helpSchema,
};

/** An answer to a search. */
export const searchAnswerSchema = z.union([
  z.strictObject({
    origin: z.strictObject({ kind: z.enum(['point', 'zip', 'place', 'viewer']), label: text, location: point }),
    coverage: coverageSchema,
    results: z.array(z.strictObject({ ...resultMembers, distance: distanceSchema })),
    ...commonMembers,
  }),
  z.strictObject({
    origin: z.strictObject({ kind: z.literal('cell'), label: text, location: point }),
    coverage: coverageSchema,
    results: z.array(z.strictObject({ ...resultMembers, distance: rangeSchema })),
    ...commonMembers,
  }),
  z.strictObject({
    origin: z.strictObject({ kind: z.literal('state'), label: text, location: z.null() }),
    coverage: coverageSchema,
    results: z.array(z.strictObject(resultMembers)),
    ...commonMembers,
  }),
  z.strictObject({
    // The origin is null if the search has a name and no place.
    origin: z.null(),
    results: z.array(z.strictObject(resultMembers)),
    ...commonMembers,
  }),
]);
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** A result's distance. Throws if there is none. */
export function distanceOf(result: SearchAnswer['results'][number]): z.infer<typeof distanceSchema> {
  return distanceSchema.parse('distance' in result ? result.distance : undefined);
}

/** One center with all its offerings, including denied ones. */
export const centerAnswerSchema = z.strictObject({
  center: centerSchema,
  offerings: z.array(offeringSchema),
  dataset: datasetSchema,
  help: helpSchema,
});

/** RFC 9457 problem details, with every fault. */
export const problemSchema = z.strictObject({
  /** Set if the searched text expresses danger to life. */
  crisis: z.literal(true).optional(),
  help: helpSchema.optional(),
  type: z.url(),
  title: text,
  status: z.int().min(400).max(599),
  detail: text,
  errors: z
    .array(
      z.union([
        z.strictObject({ parameter: z.string(), message: text }),
        z.strictObject({ pointer: z.string().regex(/^(?:\/.*)?$/s), message: text }),
      ]),
    )
    .min(1)
    .optional(),
  candidates: z.array(z.strictObject({ label: text, location: point, state: text })).optional(),
  /** A whole state that could be searched instead. */
  state: z.string().length(2).optional(),
  fields: z.array(text).optional(),
  query: querySchema.optional(),
});
export type ProblemAnswer = z.infer<typeof problemSchema>;
