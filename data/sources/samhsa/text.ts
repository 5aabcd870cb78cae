/** Replaces runs of spaces and unprintable characters with one space, and trims; changes nothing else. */
export function tidy(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}

// Only words that the directories shorten to fit their columns and that have one possible expansion.
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
  // A single all-capital word is usually initials (HOPESS), so only longer names are changed.
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
