import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import type { Point } from '../../functions/geo/point.ts';
import { pick, seeded } from '../support/random.ts';

/** One question, in the form of the JSON body, in which every face is asked that can express it. */
export interface Question {
  readonly point: Point | null;
  readonly search: Readonly<Record<string, string | number | readonly string[]>>;
}

const filters: readonly Readonly<Record<string, readonly string[]>>[] = [
  {},
  { level: ['iop'] },
  { level: ['php', 'inpatient'] },
  { level: ['iop'], payer: ['medicaid'] },
  { condition: ['mental-health'], modality: ['telehealth'] },
  { level: ['op'], population: ['women'], language: ['es'] },
];

/** Seeded questions: most of them near a point, with and without a radius; others of ZIPs, states and names. */
export function questionsOver(records: readonly CenterRecord[], count: number, seed: number): Question[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at): Question => {
    const { center } = pick(random, records);
    const limit = pick(random, [1, 5, 10, 25]);
    // Each filter in turn for points, since every face can ask those.
    const filter = filters[at % filters.length] ?? {};
    if (at % 10 === 7) return { point: null, search: { state: pick(random, stateCodes), limit, ...filter } };
    if (at % 10 === 8) return { point: null, search: { near: center.address.zip, limit, ...filter } };
    if (at % 10 === 9) return { point: null, search: { name: center.name.split(' ')[0] ?? '', limit } };
    const degrees = (value: number) => Number((value + (random() - 0.5) * 0.4).toFixed(4));
    const point = { lat: degrees(center.location.lat), lng: degrees(center.location.lng) };
    const within = pick(random, [null, '10mi', '50mi', '200mi']);
    return {
      point,
      search: { near: `${point.lat},${point.lng}`, limit, ...(within === null ? {} : { within }), ...filter },
    };
  });
}
