/** Compass points, in full and as addresses abbreviate them. */
export const directions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
  }),
);

/** Street types, in full and as the Postal Service abbreviates them (Publication 28, appendix C1). */
export const streetTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alley: 'aly',
    avenue: 'ave',
    boulevard: 'blvd',
    bridge: 'brg',
    broadway: 'broadway',
    bypass: 'byp',
    causeway: 'cswy',
    circle: 'cir',
    court: 'ct',
    cove: 'cv',
    crescent: 'cres',
    crossing: 'xing',
    drive: 'dr',
    expressway: 'expy',
    freeway: 'fwy',
    highway: 'hwy',
    landing: 'lndg',
    lane: 'ln',
    loop: 'loop',
    mall: 'mall',
    parkway: 'pkwy',
    pass: 'pass',
    path: 'path',
    pike: 'pike',
    place: 'pl',
    plaza: 'plz',
    point: 'pt',
    road: 'rd',
    route: 'rte',
    row: 'row',
    run: 'run',
    skyway: 'skwy',
    square: 'sq',
    street: 'st',
    terrace: 'ter',
    trail: 'trl',
    turnpike: 'tpke',
    // "via" is left out because it is an ordinary word in typed texts.
    viaduct: 'viaduct',
    walk: 'walk',
    way: 'way',
  }),
);

/** Abbreviations that people write in addition to those of the Postal Service. */
export const otherTypes: ReadonlyMap<string, string> = new Map(Object.entries({ av: 'ave', pky: 'pkwy', str: 'st' }));

/**
 * The short forms of some street types.
 * @throws RangeError for a word that is not a street type
 */
export function shortTypes(words: readonly string[]): Map<string, string> {
  return new Map(
    words.map((word) => {
      const short = streetTypes.get(word) ?? otherTypes.get(word);
      if (short === undefined) throw new RangeError(`"${word}" is not a street type`);
      return [word, short];
    }),
  );
}
