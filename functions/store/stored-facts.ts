import { hash } from 'node:crypto';
import * as z from 'zod';
import { type FactValue, findings } from '../domain/fact.ts';
import { slugSchema } from '../domain/slug.ts';
import { stateCodes } from '../domain/state.ts';

const instantSchema = z.iso.datetime();

const valueSchema: z.ZodType<FactValue, unknown> = z.union([
  z.enum(findings),
  z.number().positive().max(1000),
  z.strictObject({ state: z.enum(['open', 'full', 'closed', 'unknown']), until: instantSchema.optional() }),
]);

/** The staff member: a sign-in name or id, one line. */
export const staffSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u, 'must be one line');

/** One thing that an agent recorded. Every value is from a closed list, so that it cannot say who asked, for whom or why. */
const storedFactSchema = z.strictObject({
  value: valueSchema,
  by: staffSchema,
  /** When the key was pressed. It decides which of two facts is in effect, in whatever order they arrive. */
  at: instantSchema,
  recordedAt: instantSchema,
  /** When the fact becomes stale. A stale fact stays stored. */
  expiresAt: instantSchema.nullable(),
});
export type StoredFact = z.infer<typeof storedFactSchema>;

const keySchema = z.string().regex(/^[a-zA-Z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/);

/** An entry in the history of facts. */
export const storedActSchema = storedFactSchema.extend({
  center: slugSchema,
  offering: slugSchema,
  field: keySchema,
  /** False if a later key press had already set this fact: the act is stored, but the fact did not change. */
  took: z.boolean(),
});
export type StoredAct = z.infer<typeof storedActSchema>;

/** How much recorded facts changed a state's counts of unknown and confirmed offerings on one day. */
export const progressSchema = z.strictObject({
  /** Calendar day in UTC. */
  day: z.iso.date(),
  state: z.enum(stateCodes),
  /** Change of the number of unknown offerings (not confirmed by anybody), plus unknown levels. */
  unknown: z.int(),
  confirmed: z.int(),
});
export type Progress = z.infer<typeof progressSchema>;

/** The facts that agents recorded about one offering, stored apart from imported facts. */
export const storedFactsSchema = z.strictObject({
  center: slugSchema,
  /** The offering's id; for a level that is unknown, the level. */
  offering: slugSchema,
  /** 1 for the first change of the facts; grows by 1 with each change. */
  version: z.int().positive(),
  facts: z.record(keySchema, storedFactSchema),
  /** The acts that made this version. If the writer stopped before adding them to the history, the next writer does. */
  acts: z.array(storedActSchema).max(200),
  /**
   * How this version changes the day's counts; missing if it does not. The counts are changed when the acts are added
   * to the history.
   */
  progress: progressSchema.optional(),
});
export type StoredFacts = z.infer<typeof storedFactsSchema>;

/** Another person changed the offering's facts after they were read. Nothing was written. */
export class FactsChangedError extends Error {
  override readonly name = 'FactsChangedError';
  /** What the facts are about: the offering's id, or the unknown level. */
  readonly offering: string;

  constructor(offering: string) {
    super(`somebody else has recorded facts of "${offering}" meanwhile`);
    this.offering = offering;
  }
}

/** Identifies an act: the same act sent twice is one entry of the history. */
export function digestOf({ by, value, expiresAt }: Pick<StoredAct, 'by' | 'value' | 'expiresAt'>): string {
  return hash('sha256', JSON.stringify([by, value, expiresAt]), 'hex').slice(0, 12);
}

/** Identifies one version of an offering's facts, so that its change is counted once. */
export function digestOfVersion({ center, offering, version }: StoredFacts): string {
  return hash('sha256', JSON.stringify([center, offering, version]), 'base64url').slice(0, 12);
}

/**
 * True if `one` takes precedence over `other`. Acts on one fact have a total order, so the result does not depend on
 * the order in which they arrive.
 */
export function isLater(one: StoredFact, other: StoredFact): boolean {
  const [a, b] = [one, other].map(({ at, by, value, expiresAt }) => [
    at,
    by,
    JSON.stringify(value),
    expiresAt ?? '',
  ]) as [string[], string[]];
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs >= 0 && (a[differs] ?? '') > (b[differs] ?? '');
}

/** Removes duplicates and sorts the history, the earliest key press first. */
export function actsInOrder(acts: readonly StoredAct[]): StoredAct[] {
  const once = new Map(acts.map((act) => [keyOfAct(act), act]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, act]) => act);
}

export const keyOfAct = (act: StoredAct): string =>
  `${act.center}#${act.at}#${act.offering}#${act.field}#${digestOf(act)}`;
