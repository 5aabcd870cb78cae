import { z } from 'zod';
import { explain } from '../../../functions/records/explain.ts';
import { valueAt } from '../../../functions/records/raw.ts';
import { tidy } from '../samhsa/text.ts';

const text = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => tidy(String(value ?? '')));
/** A coordinate in degrees; null if the export leaves it empty. */
const coordinate = z
  .union([z.number(), z.string().regex(/^\s*(?:-?\d+(?:\.\d+)?\s*)?$/)])
  .nullish()
  .transform((value) => (value === null || value === undefined || String(value).trim() === '' ? null : Number(value)));

/** f1 is a category's name, f2 its code, f3 the names of its services, separated by semicolons. */
const serviceSchema = z.object({ f1: z.string().nullish(), f2: z.string().nullish(), f3: z.string().nullish() });

/** A row of the export. Members that are not named here are dropped. */
const rowSchema = z.object({
  name1: text,
  name2: text,
  street1: text,
  street2: text,
  city: text,
  state: text,
  zip: text,
  phone: text,
  intake1: text,
  intake2: text,
  website: text,
  latitude: coordinate,
  longitude: coordinate,
  services: z
    .array(serviceSchema)
    .nullish()
    .transform((services) => (services ?? []).flatMap(namesIn)),
  /** Codes as `CATEGORY:CODE`, for exports that give codes instead of names. */
  codes: z.array(z.string()).default([]),
});
export type ExportRow = z.infer<typeof rowSchema>;

function namesIn({ f1, f2, f3 }: z.infer<typeof serviceSchema>): { category: string; name: string }[] {
  const category = tidy(f2 ?? '') || tidy(f1 ?? '') || 'no category';
  return (f3 ?? '')
    .split(';')
    .map((name) => ({ category, name: tidy(name) }))
    .filter(({ name }) => name !== '');
}

/** Validates a row. @throws naming every fault of the row */
export function parseExportRow(where: string, raw: unknown): ExportRow {
  const result = rowSchema.safeParse(raw);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => {
    const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return `${inner.join('.') || 'the row'}: ${explain(issue, valueAt(raw, inner))}`;
  });
  throw new Error(`${where}: ${reasons.join('; ')}`);
}
