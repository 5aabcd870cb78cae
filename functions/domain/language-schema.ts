import * as z from 'zod';

const notALanguage = 'must be a BCP 47 language such as "es", or "ase" for American Sign Language';

/** A language as in BCP 47, in lower case: `es`, `zh`, `ase` (American Sign Language). English is not listed. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, { error: notALanguage, abort: true })
  .refine(isLanguageTag, notALanguage);

/** True for a valid BCP 47 tag. The pattern alone would also accept invalid ones, such as `es-12`. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
