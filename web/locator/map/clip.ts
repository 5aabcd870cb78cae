import { type GridBox, isInBox, type Outlines, overlapOf, type Region } from './outlines.ts';

/** Clips outlines to a box, so that a page need not contain the rest of the country. */
export function clipped(outlines: Outlines, region: Region, shown: GridBox): { outlines: Outlines; region: Region } {
  const isShown = (path: string): boolean => overlapOf(keptBox(path), shown);
  const others = linesOf(outlines.others).filter(isShown).join('');
  return {
    outlines: { ...outlines, others },
    region: {
      counties: region.counties.filter(({ path }) => isShown(path)),
      towns: region.towns.filter((town) => isInBox(town, shown)),
    },
  };
}

/** Caches of boxes and of split paths. There are a few hundred outlines, and they never change. */
const boxes = new Map<string, GridBox>();
const lines = new Map<string, readonly string[]>();

function keptBox(path: string): GridBox {
  const box = boxes.get(path) ?? boxOf(path);
  boxes.set(path, box);
  return box;
}

function linesOf(path: string): readonly string[] {
  const split = lines.get(path) ?? path.split(/(?=M)/);
  lines.set(path, split);
  return split;
}

/**
 * Computes the box around a path, which has the form that infra/map writes: each ring is one absolute `M` followed by
 * relative steps.
 */
function boxOf(path: string): GridBox {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const line of path.split(/(?=M)/)) {
    let [x, y] = [0, 0];
    const numbers = (line.match(/-?\d+/g) ?? []).map(Number);
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      [x, y] = [x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)];
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
  }
  return box;
}
