import { createHash } from 'node:crypto';
import { cutAtWord, slugOf } from '../../functions/domain/slug.ts';

/** What a center's id is made of. None of it depends on the order of rows or of files. */
export interface IdParts {
  readonly name: string;
  readonly city: string;
  /** The building: normalised street and ZIP, or whatever else tells the center apart where it has no street. */
  readonly place: string;
  /** Tells apart centers of one name in one building; used only when it must be. */
  readonly further: string;
}

/** `<name>-<city>-<hash of the place>`, at most 70 characters. */
export function centerId({ name, city, place }: IdParts): string {
  return `${cutAtWord(slugOf(name), 40)}-${cutAtWord(slugOf(city), 20)}-${hash(place)}`;
}

/**
 * Ids for a whole import. Centers whose ids would be the same all get a hash of what tells them apart instead,
 * so that none of them depends on which came first.
 * @throws when two centers cannot be told apart at all.
 */
export function centerIds(centers: readonly IdParts[]): string[] {
  const taken = counted(centers.map(centerId));
  const ids = centers.map((parts) => {
    const id = centerId(parts);
    return taken.get(id) === 1 ? id : centerId({ ...parts, place: `${parts.place}|${parts.further}` });
  });
  for (const [id, count] of counted(ids)) {
    if (count > 1) throw new Error(`${count} centers would share the id "${id}"`);
  }
  return ids;
}

/** Six characters of base 36: one in two billion for two given centers, and the name and city must agree as well. */
function hash(text: string): string {
  const number = createHash('sha256').update(text).digest().readUIntBE(0, 6);
  return number.toString(36).padStart(10, '0').slice(-6);
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
