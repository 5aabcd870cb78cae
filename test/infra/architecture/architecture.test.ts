import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { purposes, reduced, roomImports } from '../../../infra/tools/architecture/imports.ts';
import { architecture } from '../../../infra/tools/architecture/picture.ts';

/** Graphs without a cycle, because each arrow leads to a smaller number. */
const graphs = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(8)), { maxLength: 30 }).map((pairs) => {
  const graph = new Map<string, Set<string>>(Array.from({ length: 10 }, (_, room) => [String(room), new Set()]));
  for (const [from, to] of pairs) if (to < from) graph.get(String(from))?.add(String(to));
  return graph;
});

/** Every room that can be reached from this one, found by following each arrow. */
function reached(graph: ReadonlyMap<string, Iterable<string>>, from: string): Set<string> {
  const found = new Set<string>(graph.get(from));
  for (const room of found) for (const next of graph.get(room) ?? []) found.add(next);
  return found;
}

test('leads to the same rooms with as few arrows as can be', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const few = reduced(graph);
      for (const [room, arrows] of few) {
        expect(reached(few, room)).toEqual(reached(graph, room));
        for (const arrow of arrows) {
          const without = new Map(few).set(
            room,
            arrows.filter((to) => to !== arrow),
          );
          expect(reached(without, room)).not.toContain(arrow);
        }
      }
    }),
  );
});

test('names the circle when rooms import each other', () => {
  const circle = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['a'])],
  ]);
  expect(() => reduced(circle)).toThrow('Rooms import each other: a → b → a.');
});

test('the picture shows the rooms and imports of today (else: npm run architecture)', async () => {
  const imports = await roomImports();
  const says = purposes();
  for (const room of imports.keys()) if (!/^(?:data|web)/.test(room)) expect([...says.keys()]).toContain(room);
  expect(readFileSync('.github/architecture.svg', 'utf8')).toBe(architecture(imports, says));
});
