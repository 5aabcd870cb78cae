import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** For each module (a folder of the code): the modules that it imports. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** Name of a module that is not a folder: the files of `web/` with which the server draws pages too. */
export const drawnByBoth = 'web, drawn by both';

/**
 * Finds which module imports which. Reads it from the files themselves, as `npm run lint` does, type imports included.
 */
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

/** Lists the files of `web/` that files of `functions/` import, directly or through other files of `web/`. */
function drawnByServer(files: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const inWeb = (path: string): boolean => path.startsWith('web/');
  const drawn = new Set(
    [...files].flatMap(([file, found]) => (file.startsWith('functions/') ? found.filter(inWeb) : [])),
  );
  for (const file of drawn) for (const further of files.get(file)?.filter(inWeb) ?? []) drawn.add(further);
  return drawn;
}

/**
 * Leaves out each import that other imports imply (the transitive reduction). So a drawing has an arrow only if no
 * longer path leads to the same module.
 * @throws Error if modules import each other in a cycle, because the reduction is then not unique
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

/**
 * Returns what each folder of `functions/` is for, from the table in the README there: the text before the first full
 * stop.
 */
export function purposes(): Map<string, string> {
  const text = readFileSync(new URL('../../../functions/README.md', import.meta.url), 'utf8');
  return new Map(
    [...text.matchAll(/^\| `(\w+)` \| ([^.;:(|]+)/gm)].map(([, room = '', purpose = '']) => [room, purpose.trim()]),
  );
}
