import { filedName, nameText } from './name-text.ts';
import { arranged, type NameRow, type StoredPlace, type TableRows, type ZipRow } from './table-rows.ts';

/** Another name of a place: the spelling, with `\t\tn` after a nickname, and the position of the place. */
export interface Alias {
  readonly text: string;
  readonly place: number;
}

/** The rows of a table with each place once, and the further names apart: a third shorter for devices. */
export interface Apart {
  readonly zips: readonly ZipRow[];
  readonly names: readonly NameRow[];
  /** By place, in the order of the table. */
  readonly aliases: readonly Alias[];
}

/** Takes the further names of places out of rows. */
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

/** The rows that were taken apart. @throws RangeError for an alias of a place that is not there. */
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

/** `vegas\t\tn`: the label is the place's. */
function spellingOnly(text: string): string {
  const { spelling, isNickname } = filedName(text);
  return isNickname ? nameText({ spelling, label: '', isNickname }) : spelling;
}

/** A place is kept under its own name, else under an alias, never under a nickname if it has another. */
function rankOf(text: string): number {
  const { spelling, label, isNickname } = filedName(text);
  if (isNickname) return 2;
  return label === spelling || label.startsWith(`${spelling}, `) ? 0 : 1;
}
