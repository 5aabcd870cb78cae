import { createHash } from 'node:crypto';
import { cutAtWord, slugOf } from '../../functions/domain/slug.ts';

/** The parts of a center's id. They do not depend on the order of rows or files. */
export interface IdParts {
  readonly name: string;
  readonly city: string;
  /** Identifies the building: normalized street and ZIP. For a center without a street, another text. */
  readonly place: string;
  /**
   * A text that is different for two centers with one name in one building. It is only used if their ids would
   * otherwise be equal.
   */
  readonly further: string;
}

/** Makes an id of the form `<name>-<city>-<hash of the place>`, with at most 70 characters. */
function centerId({ name, city, place }: IdParts): string {
  return `${cutAtWord(slugOf(name), 40)}-${cutAtWord(slugOf(city), 20)}-${hash(place)}`;
}

/**
 * Assigns the ids of a whole import. If several centers would get the same id, the hash of each also covers `further`,
 * so that no id depends on their order.
 * @throws if two centers would still share an id.
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

/**
 * Hashes to six base-36 digits. Two given centers get the same hash once in two billion cases, which matters only if
 * name and city are equal too.
 */
function hash(text: string): string {
  const number = createHash('sha256').update(text).digest().readUIntBE(0, 6);
  return number.toString(36).padStart(10, '0').slice(-6);
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
