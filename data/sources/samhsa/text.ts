/** Odd spaces and unprintable characters go; nothing else changes. */
export function tidy(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}

// Only words that the directories cut to fit their columns and that have one reading.
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

/** A name as people say it: abbreviations written out, capitals only where they belong. */
export function readable(name: string): string {
  const text = tidy(name);
  // One word all in capitals is mostly initials (HOPESS); only in a longer name is it shouting.
  return (text.includes(' ') ? uncapped(text) : text).replace(
    /\b[A-Z][a-z]+\b/g,
    (word) => abbreviations.get(word) ?? word,
  );
}

/**
 * Text all in capitals, given capitals at the beginnings of words. Short words are left as they are, for in a name
 * they are mostly initials (`ORTC LLC`); text with any lower-case letter is left alone.
 */
export function uncapped(text: string): string {
  if (/[a-z]/.test(text) || !/[A-Z]{5}/.test(text)) return text;
  return text.replace(/[A-Z][A-Z']{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
