import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** Names of rooms, each with the rooms that it imports. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** A room that is no folder: those files of `web/` which the server draws pages with too. */
export const drawnByBoth = 'web, drawn by both';

/** Reads which room imports which out of the files themselves, as `npm run lint` does, type imports included. */
export async function roomImports(): Promise<Imports> {
  const options = await extractOptions(fileURLToPath(new URL('../../../.dependency-cruiser.mjs', import.meta.url)));
  const { output } = await cruise(['functions', 'data', 'web'], { ...options, validate: false });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  const files = new Map(
    output.modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
  );
  const drawn = drawnByServer(files);
  const roomOf = (path: string): string | null =>
    drawn.has(path) ? drawnByBoth : (/^(?:functions\/(\w+)|(data|web))\//.exec(path)?.slice(1).find(Boolean) ?? null);
  const imports = new Map<string, Set<string>>();
  for (const [file, found] of files) {
    const from = roomOf(file);
    if (from === null) continue;
    const all = imports.get(from) ?? new Set();
    imports.set(from, all);
    for (const to of found.map(roomOf)) if (to !== null && to !== from) all.add(to);
  }
  return imports;
}

/** Files of `web/` that files of `functions/` import, and those that these import in turn. */
function drawnByServer(files: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const inWeb = (path: string): boolean => path.startsWith('web/');
  const drawn = new Set(
    [...files].flatMap(([file, found]) => (file.startsWith('functions/') ? found.filter(inWeb) : [])),
  );
  for (const file of drawn) for (const further of files.get(file)?.filter(inWeb) ?? []) drawn.add(further);
  return drawn;
}

/**
 * Leaves out each import that other imports imply (the transitive reduction), so that a drawing has an arrow only where
 * no longer way leads to the same room.
 *
 * @throws Error where rooms import each other in a circle, for then no single reduction exists.
 */
export function reduced(imports: Imports): Map<string, string[]> {
  const below = new Map<string, ReadonlySet<string>>();
  const reach = (room: string, above: readonly string[]): ReadonlySet<string> => {
    if (above.includes(room)) throw new Error(`Rooms import each other: ${[...above, room].join(' → ')}.`);
    const known = below.get(room);
    if (known !== undefined) return known;
    const all = new Set<string>();
    for (const next of imports.get(room) ?? []) {
      all.add(next);
      for (const further of reach(next, [...above, room])) all.add(further);
    }
    below.set(room, all);
    return all;
  };
  return new Map(
    [...imports].map(([room, found]) => {
      reach(room, []);
      return [room, [...found].filter((to) => ![...found].some((other) => other !== to && reach(other, []).has(to)))];
    }),
  );
}

/** What each room of `functions/` is for, from the table in that folder's README: the words before the first stop. */
export function purposes(): Map<string, string> {
  const text = readFileSync(new URL('../../../functions/README.md', import.meta.url), 'utf8');
  return new Map(
    [...text.matchAll(/^\| `(\w+)` \| ([^.;:(|]+)/gm)].map(([, room = '', purpose = '']) => [room, purpose.trim()]),
  );
}
