/** What a base, a tribal land, an airport, a university or a township is called beside its own name. */
const KIND =
  /(?:^|\s)(?:(?:us|united states|u\.s\.)\s+)?(?:indian|native|confederated|tribal|band|tribes?|nation|reservation|rez|community|rancheria|colony|air\s+force\s+base|space\s+force\s+base|air\s+reserve\s+base|army\s+base|military\s+base|naval\s+base|navy\s+base|marine\s+base|afb|sfb|arb|base|international|intl|int'?l|regional|municipal|metropolitan|airport|university|univ|college|campus|township|twp\.?)(?=\s|$)/gi;
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
