const listOf = (text: string): readonly string[] => text.split(',').map((one) => one.trim().replace(/\s+/g, ' '));

/**
 * Combines every phrase of one list with every phrase of another, such as verbs and objects. Lists are separated by
 * commas.
 */
export const each = (first: string, second: string): string =>
  listOf(first)
    .flatMap((one) => listOf(second).map((other) => `${one} ${other}`))
    .join();

/** Phrases in which `WHOSE` stands for every possessive: "off WHOSE meds" is "off his meds", "off my meds". */
export const whose = (said: string): string =>
  listOf(said)
    .flatMap((one) =>
      one.includes('WHOSE') ? ['my', 'her', 'his', 'their'].map((word) => one.replace('WHOSE', word)) : [one],
    )
    .join();
