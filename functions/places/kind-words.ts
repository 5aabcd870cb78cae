/**
 * Patterns of words that say what kind of place a name is (tribal land, base, airport, university, township). Longer
 * ones come first.
 */
const kinds = [
  'indian|native|confederated|tribal|band|tribes?|nation|reservation|rez|community|rancheria|colony',
  String.raw`air\s+force\s+base|space\s+force\s+base|air\s+reserve\s+base|army\s+base|military\s+base|marine\s+base|air\s+base`,
  String.raw`(?:naval|navy)(?:\s+air)?(?:\s+weapons)?\s+(?:station|base|facility)`,
  String.raw`(?:marine\s+corps\s+)?air\s+(?:station|facility)`,
  'afb|sfb|arb|nas|naf|navsta|mcas|base',
  "international|intl|int'?l|regional|municipal|metropolitan|airport",
  String.raw`university|univ|college|campus|township|twp\.?`,
];
const KIND = new RegExp(String.raw`(?:^|\s)(?:(?:us|united states|u\.s\.)\s+)?(?:${kinds.join('|')})(?=\s|$)`, 'gi');
const FAMILIES = kinds.map((words) => new RegExp(String.raw`(?:^|\s)(?:${words})(?=\s|$)`, 'i'));
/** Patterns of names of military bases: the second to fifth lines of `kinds`. */
const BASES = FAMILIES.slice(1, 5);

/** True if the name says that it is a base: "NAS Fallon" does, "Fallon Colony" does not. */
export const isCalledBase = (name: string): boolean => BASES.some((words) => words.test(name));

/** Keys of words for a base that come before its name, as in "NAS Fallon". */
export const KINDS_IN_FRONT = ['nas', 'naf', 'navsta', 'mcas', 'navalbase', 'navalstation', 'navalairstation'] as const;
/** Words before or after a city's name that do not change where a search starts. */
const AROUND_BEFORE =
  /^(?:downtown|central|greater|metro|metropolitan|(?:the\s+)?(?:city|town|village)\s+of)\s+(?=\S)/i;
const AROUND_AFTER =
  /(?<=\S)\s+(?:area|metro|metro\s+area|metropolitan\s+area|region|city\s+limits|downtown|suburbs?|vicinity)$/i;

/**
 * Removes the words for the kind: "luke air force base" becomes "luke". Returns the text unchanged
 * if no name would be left.
 */
export function withoutKind(name: string): string {
  const bare = name.replace(KIND, ' ').replace(/\s+/g, ' ').trim();
  const stem = bare.replace(/^of (?:the )?| of(?: the)?$/gi, '').trim();
  return /[a-z]/i.test(stem) ? stem : name;
}

/** Removes the words for a city's surroundings: "downtown Tulsa", "phoenix metro area". */
export function withoutSurroundings(name: string): string {
  return name.trim().replace(AROUND_BEFORE, '').replace(AROUND_AFTER, '');
}
