import type { Path } from './positions.ts';

/** The value at a path of any JSON value; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[part];
  }
  return here;
}

/**
 * Checks the rules that concern several fields of a record. The record may be malformed: the schema has the same rules,
 * but checks them only if all fields are well formed, and one run should report everything.
 */
export function crossFaults(raw: unknown): { path: Path; message: string }[] {
  const found: { path: Path; message: string }[] = [];
  const center = valueAt(raw, ['center', 'id']);
  const offerings = valueAt(raw, ['offerings']);
  const unknownLevels = valueAt(raw, ['center', 'unknownLevels']);
  if (!Array.isArray(offerings)) return found;
  const seen = new Set<unknown>();
  for (const index of offerings.keys()) {
    const path = ['offerings', index, 'id'];
    const id = valueAt(raw, path);
    const level = valueAt(raw, ['offerings', index, 'level']);
    if (typeof id === 'string' && seen.has(id)) found.push({ path, message: `"${id}" is used twice` });
    else if (typeof id === 'string' && typeof center === 'string' && !id.startsWith(`${center}-`)) {
      found.push({ path, message: `must begin with "${center}-"` });
    }
    seen.add(id);
    if (Array.isArray(unknownLevels) && unknownLevels.includes(level)) {
      found.push({ path: ['center', 'unknownLevels'], message: `"${level}" is offered, so it cannot be unknown` });
    }
  }
  return found;
}

/** The center's id; null if the record has none. The record may be malformed. */
export function idOf(raw: unknown): string | null {
  const id = valueAt(raw, ['center', 'id']);
  return typeof id === 'string' ? id : null;
}
