import { filedName, nameText } from './name-text.ts';
import { arranged, type NameRow, type StoredPlace, type TableRows, type ZipRow } from './table-rows.ts';

/**
 * Another name of a place. `text` is the spelling, followed by `\t\tn` if it is a nickname. `place` is the place's
 * position in the table.
 */
interface Alias {
  readonly text: string;
  readonly place: number;
}

/**
 * Table rows in which each place is stored once and its other names are in a separate list. The download is a third
 * smaller.
 */
export interface Apart {
  readonly zips: readonly ZipRow[];
  readonly names: readonly NameRow[];
  /** Sorted by the position of the alias's place. */
  readonly aliases: readonly Alias[];
}

/** Moves the other names of places into a separate list. */
export function apart(rows: TableRows): Apart {
  const main = new Map<string, { readonly text: string; readonly place: StoredPlace }>();
  const entries = rows.names.flatMap(({ text, places }) => places.map((place) => ({ text, place })));
  for (const entry of entries) {
    const key = identity(entry);
    const known = main.get(key);
    if (known === undefined || rankOf(entry.text) < rankOf(known.text)) main.set(key, entry);
  }
  const isMain = (entry: (typeof entries)[number]) => main.get(identity(entry)) === entry;
  const own = entries.filter(isMain);
  const position = new Map(own.map(({ place }, at) => [place, at]));
  const positionOf = (entry: (typeof entries)[number] | undefined): number => {
    const place = entry === undefined ? undefined : main.get(identity(entry))?.place;
    const at = place === undefined ? undefined : position.get(place);
    if (at === undefined) throw new Error('a name is of no place');
    return at;
  };
  const aliases = entries
    .filter((entry) => !isMain(entry))
    .map((entry) => ({ text: spellingOnly(entry.text), place: positionOf(entry) }))
    .sort((a, b) => a.place - b.place);
  const kept = new Set(own.map(({ place }) => place));
  return {
    zips: rows.zips.map((zip) => ({ ...zip, place: positionOf(entries[zip.place]) })),
    names: rows.names
      .map(({ text, places }) => ({ text, places: places.filter((place) => kept.has(place)) }))
      .filter(({ places }) => places.length > 0),
    aliases,
  };
}

/** Reverses {@link apart}. @throws RangeError if an alias points to no place */
export function joined({ zips, names, aliases }: Apart): TableRows {
  const own = names.flatMap(({ text, places }) => places.map((place) => ({ text, place })));
  const others = aliases.map(({ text, place }) => {
    const of = own[place];
    if (of === undefined) throw new RangeError(`"${text}" is a name of place ${place}, which is not there`);
    const { spelling, isNickname } = filedName(text);
    return { text: nameText({ spelling, label: filedName(of.text).label, isNickname }), place: { ...of.place } };
  });
  const all = arranged([...own, ...others]);
  const position = new Map(all.flatMap((name) => name.places).map((place, at) => [place, at]));
  return {
    zips: zips.map((zip) => ({ ...zip, place: position.get(own[zip.place]?.place as StoredPlace) ?? Number.NaN })),
    names: all,
  };
}

const identity = ({
  text,
  place: { state, kind, lat, lng, population },
}: {
  text: string;
  place: StoredPlace;
}): string => [filedName(text).label, state, kind, lat, lng, population].join('\t');

/** Shortens the text of an alias to its spelling, such as `vegas\t\tn`. The label is stored with the place. */
function spellingOnly(text: string): string {
  const { spelling, isNickname } = filedName(text);
  return isNickname ? nameText({ spelling, label: '', isNickname }) : spelling;
}

/**
 * Rank of a stored name: 0 for the place's own name, 1 for an alias, 2 for a nickname. A place is listed under its
 * lowest rank.
 */
function rankOf(text: string): number {
  const { spelling, label, isNickname } = filedName(text);
  if (isNickname) return 2;
  return label === spelling || label.startsWith(`${spelling}, `) ? 0 : 1;
}
