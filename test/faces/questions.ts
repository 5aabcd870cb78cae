import { wordsOf } from '../../functions/dataset/words.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import type { Point } from '../../functions/geo/point.ts';
import { pick, seeded } from '../support/random.ts';

/** One question, in the form of the JSON body. It is asked through every face that can express it. */
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
  // Matches any listed program, as faces that list programs do without a filter.
  { level: levels.codes },
  { payer: ['medicaid'] },
];

/** Seeded questions: half of them near a point, with and without a radius; others of ZIPs, states and names. */
export function questionsOver(records: readonly CenterRecord[], count: number, seed: number): Question[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at): Question => {
    const { center } = pick(random, records);
    const limit = pick(random, [1, 5, 10, 25]);
    // Each kind of question is combined with each filter in turn.
    const filter = filters[(at + Math.floor(at / 10)) % filters.length] ?? {};
    const radius = pick(random, [null, '10mi', '50mi', '200mi', '500mi']);
    // Every sixth question includes centers that may match.
    const include = at % 6 === 2 ? { include: 'unknown' } : {};
    const within = { ...(radius === null ? {} : { within: radius }), ...include };
    // Every sixth question asks for one or two states only, if it starts at a place or searches a name.
    const states = at % 6 === 0 ? { in: [...new Set([center.address.state, pick(random, stateCodes)])] } : {};
    if (at % 10 === 5)
      return { point: null, search: { state: pick(random, stateCodes), limit, ...include, ...filter } };
    if (at % 10 === 6)
      return {
        point: null,
        search: { name: wordsOf(center.name).slice(0, 2).join(' '), limit, ...include, ...states, ...filter },
      };
    if (at % 10 > 6)
      return { point: null, search: { near: center.address.zip, limit, ...within, ...states, ...filter } };
    const degrees = (value: number) => Number((value + (random() - 0.5) * 0.4).toFixed(4));
    const point = { lat: degrees(center.location.lat), lng: degrees(center.location.lng) };
    return { point, search: { near: `${point.lat},${point.lng}`, limit, ...within, ...states, ...filter } };
  });
}
