import { expect, it } from 'vitest';
import { differenceOf } from '../../../data/provider-facts/difference.ts';

type Edition = NonNullable<Parameters<typeof differenceOf>[0]>;
const edition = (...levels: readonly ('iop' | 'detox')[]): Edition =>
  ({
    file: { centers: [{ id: 'mesa', programs: [], notOffered: { levels, asOf: '2026-11-18' } }] },
    placed: [{ says: 'mesa', center: 'mesa-center' }],
  }) as unknown as Edition;

it('levels that a provider says it does not offer are facts that come, stay and go', () => {
  const fact = (level: string) => ({ center: 'mesa-center', fact: `${level}: level` });
  expect(differenceOf(null, edition('iop'))).toMatchObject({
    ...{ gained: [{ ...fact('iop'), before: null, after: 'false' }], lost: [], changed: [], same: 0, before: 0 },
  });
  expect(differenceOf(edition('iop', 'detox'), edition('detox'))).toMatchObject({
    ...{ gained: [], lost: [{ ...fact('iop'), before: 'false', after: null }], changed: [], same: 1, before: 2 },
  });
});
