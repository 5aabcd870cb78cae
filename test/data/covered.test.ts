import { describe, expect, it } from 'vitest';
import { coveredBy } from '../../data/match/lists.ts';
import { keepIds } from '../../data/match/previous.ts';
import { loadRecords } from '../../data/records/load.ts';

const real = await loadRecords('test/fixtures/listings');
const since = '2027-04-01';
const inState = (state: string) => real.filter(({ center }) => center.address.state === state);

describe('an import of one state', () => {
  const arizona = inState('AZ');
  const [away] = arizona;
  if (away === undefined) throw new Error('there are no centers in Arizona');
  const left = arizona.filter((record) => record !== away);

  it('says nothing of the centers of other states', () => {
    const { aliases, counts } = keepIds(arizona, { records: real, aliases: [] }, since, undefined, coveredBy(arizona));
    expect(aliases).toEqual([]);
    expect(counts).toMatchObject({ kept: arizona.length, gone: 0, unsought: real.length - arizona.length });
  });

  it('says that its own centers are gone where it looked and did not find them', () => {
    const { aliases, counts } = keepIds(left, { records: real, aliases: [] }, since, undefined, coveredBy(left));
    expect(aliases).toEqual([{ id: away.center.id, now: null, reason: 'gone', since }]);
    expect(counts).toMatchObject({ gone: 1, unsought: real.length - arizona.length });
  });

  it('that covers nothing ends nothing', () => {
    const { aliases, counts } = keepIds(left, { records: real, aliases: [] }, since, undefined, () => false);
    expect([aliases, counts.gone, counts.unsought]).toEqual([[], 0, real.length - left.length]);
  });
});
