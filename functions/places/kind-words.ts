/** What a base, a tribal land, an airport, a university or a township is called beside its own name, the longer first. */
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
/** The lines of `kinds` from the second to the fifth are of bases. */
const BASES = FAMILIES.slice(1, 5);

/** Whether a name calls itself a base: "NAS Fallon" does, "Fallon Colony" does not. */
export const isCalledBase = (name: string): boolean => BASES.some((words) => words.test(name));

/** Keys of what stands before the name of a base: "NAS Fallon". */
export const KINDS_IN_FRONT = ['nas', 'naf', 'navsta', 'mcas', 'navalbase', 'navalstation', 'navalairstation'] as const;
/** Words before or after the name of a city that leave it the same place to start from. */
const AROUND_BEFORE =
  /^(?:downtown|central|greater|metro|metropolitan|(?:the\s+)?(?:city|town|village)\s+of)\s+(?=\S)/i;
const AROUND_AFTER =
  /(?<=\S)\s+(?:area|metro|metro\s+area|metropolitan\s+area|region|city\s+limits|downtown|suburbs?|vicinity)$/i;

/** The name without the words for its kind: "luke air force base" is "luke". The same text if it has none, or only these. */
export function withoutKind(name: string): string {
  const bare = name.replace(KIND, ' ').replace(/\s+/g, ' ').trim();
  const stem = bare.replace(/^of (?:the )?| of(?: the)?$/gi, '').trim();
  return /[a-z]/i.test(stem) ? stem : name;
}

/** The name of a city that a text means together with its surroundings: "downtown Tulsa", "phoenix metro area". */
export function withoutSurroundings(name: string): string {
  return name.trim().replace(AROUND_BEFORE, '').replace(AROUND_AFTER, '');
}
