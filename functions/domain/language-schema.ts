import * as z from 'zod';

const notALanguage = 'must be a BCP 47 language such as "es", or "ase" for American Sign Language';

/** A language as BCP 47 writes it, lower case: `es`, `zh`, `ase` (American Sign Language). English goes unsaid. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, { error: notALanguage, abort: true })
  .refine(isLanguageTag, notALanguage);

/** The pattern admits tags that no label can be made of, such as `es-12`. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
