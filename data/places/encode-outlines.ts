import topology from 'us-atlas/states-10m.json' with { type: 'json' };
import { CENSUS_NAMES } from '../../functions/places/outlines/outline.ts';
import { postalStates } from '../../functions/places/postal-states.ts';

/**
 * A line of the map, and the states that it borders: one state if it is a coast, two if it is a border between states.
 */
interface OutlineRow {
  readonly states: string;
  /** The line's corners in base64, as pairs of zigzag varints. Each pair is the step from the previous corner. */
  readonly steps: string;
}

/**
 * Encodes the outlines that functions/places/state-at.ts reads: every line of the Census Bureau's map that borders a
 * state, once, without further simplification.
 * @throws Error if a state has no outline.
 */
export function encodeOutlines() {
  const codes = new Map<string, string>(postalStates.map(([code, name]) => [CENSUS_NAMES[code] ?? name, code]));
  const bounded = topology.arcs.map((): string[] => []);
  const seen = new Set<string>();
  for (const { properties, arcs } of topology.objects.states.geometries) {
    const code = codes.get(properties.name);
    if (code === undefined) continue;
    seen.add(code);
    // A negative index means the same line in reverse: it is the bitwise complement of the line's index.
    for (const index of arcs.flat(3) as number[]) bounded[index < 0 ? ~index : index]?.push(code);
  }
  for (const [code, name] of postalStates) if (!seen.has(code)) throw new Error(`there is no outline of ${name}`);
  const lines: OutlineRow[] = [...bounded.entries()]
    .filter(([, states]) => states.length > 0)
    .map(([index, states]) => ({
      states: states.toSorted().join(' '),
      steps: encodeSteps(topology.arcs[index] ?? []),
    }));
  const { scale, translate } = topology.transform;
  return { scale, translate, boxes: boxesOf(bounded), lines };
}

/** The bounding box of each state as south, west, north and east, rounded outward to whole degrees. */
function boxesOf(bounded: readonly (readonly string[])[]): Record<string, number[]> {
  const cornersOf = (index: number) => {
    const at = [0, 0];
    return (topology.arcs[index] ?? []).map((step) => {
      const [lng, lat] = [0, 1].map((axis) => {
        at[axis] = (at[axis] ?? 0) + (step[axis] ?? 0);
        return (at[axis] ?? 0) * (topology.transform.scale[axis] ?? 0) + (topology.transform.translate[axis] ?? 0);
      });
      return { lng: lng ?? 0, lat: lat ?? 0 };
    });
  };
  const codes = [...new Set(bounded.flat())].toSorted();
  return Object.fromEntries(
    codes.map((code) => {
      const corners = bounded.flatMap((states, index) => (states.includes(code) ? cornersOf(index) : []));
      const [lats, lngs] = [corners.map(({ lat }) => lat), corners.map(({ lng }) => lng)];
      return [
        code,
        [
          Math.floor(Math.min(...lats)),
          Math.floor(Math.min(...lngs)),
          Math.ceil(Math.max(...lats)),
          Math.ceil(Math.max(...lngs)),
        ],
      ];
    }),
  );
}

function encodeSteps(steps: readonly (readonly number[])[]): string {
  const bytes = steps.flat().flatMap((step) => varint(step < 0 ? -2 * step - 1 : 2 * step));
  return Buffer.from(bytes).toString('base64');
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
