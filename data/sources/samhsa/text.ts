/**
 * Replaces each run of spaces and unprintable characters by one space, and removes it at both ends. Changes nothing
 * else.
 */
export function tidy(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}

// Words that the directories shorten to fit their columns. Only those with one possible meaning are expanded.
const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Alc: 'Alcohol',
    Behav: 'Behavioral',
    Cnty: 'County',
    Ctr: 'Center',
    Ctrs: 'Centers',
    Dept: 'Department',
    Hlth: 'Health',
    Hosp: 'Hospital',
    Outpt: 'Outpatient',
    Prog: 'Program',
    Progs: 'Programs',
    Resid: 'Residential',
    Servs: 'Services',
    Trt: 'Treatment',
  }),
);

/** Makes a name readable: expands abbreviations and fixes all-capital text. */
export function readable(name: string): string {
  const text = tidy(name);
  // A single word in capitals is usually an abbreviation (HOPESS), so only names of several words are changed.
  return (text.includes(' ') ? uncapped(text) : text).replace(
    /\b[A-Z][a-z]+\b/g,
    (word) => abbreviations.get(word) ?? word,
  );
}

/**
 * Changes all-capital text to capitals at the start of words. Leaves words under four letters, which are mostly initials
 * (`ORTC LLC`), and text with any lower-case letter.
 */
export function uncapped(text: string): string {
  if (/[a-z]/.test(text) || !/[A-Z]{5}/.test(text)) return text;
  return text.replace(/[A-Z][A-Z']{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
