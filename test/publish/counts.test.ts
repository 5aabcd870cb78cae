import { describe, expect, it } from 'vitest';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { summarizeDataset } from '../../functions/publish/build/summarize-dataset.ts';
import { changeSummary } from '../../functions/publish/change/change-summary.ts';
import { offering, record } from '../domain/example.ts';

const facts: Partial<Offering> = {
  ...{ conditions: ['ptsd'], populations: ['women'], therapies: ['cbt'], payers: ['aetna', 'free'], languages: ['es'] },
  ...{ modalities: ['telehealth'], housing: true },
  schedule: { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null, tracks: ['evening'] },
};
const at = '2026-11-01T00:00:00Z';
const withState = (state: Offering['confirmation']['state']) => {
  const confirmation =
    state === 'unconfirmed'
      ? { state, confirmedAt: null, expiresAt: null }
      : { state, confirmedAt: at, expiresAt: state === 'denied' ? null : '2027-11-01T00:00:00Z' };
  return summarizeDataset([{ ...record, offerings: [{ ...offering, ...facts, confirmation }] }]);
};
/** Every nonzero count, by its path. */
function counted(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return value === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => counted(inner, `${path}/${name}`));
}

it('what admissions denied counts nowhere: the center itself is all that is left', () => {
  expect(counted(withState('denied')).sort()).toEqual(['/byState/AZ/centers', '/centers']);
});

it.each(['confirmed', 'unconfirmed'] as const)('what is %s counts in every list, and for its parent too', (state) => {
  const { values, byState } = withState(state);
  expect(byState.AZ?.byLevel.iop).toBe(1);
  const counts = [
    'level/iop',
    'condition/ptsd',
    'condition/mental-health',
    'population/women',
    'therapy/cbt',
    'therapy/evidence-based',
  ];
  const more = ['payer/aetna', 'payer/free', 'payer/private', 'language/es', 'modality/telehealth', 'schedule/evening'];
  expect(counted(values).sort()).toEqual(
    [...counts, ...more, `confirmation/${state}`].map((path) => `/${path}`).sort(),
  );
});

describe('after a change of one center, the counts are those of a new dataset', () => {
  const other: CenterRecord = { ...record, center: { ...record.center, id: 'other' } };
  const stated: CenterRecord = { ...record, offerings: [{ ...offering, ...facts }] };
  const asIt = (one: CenterRecord): CenterRecord => ({ ...one, center: { ...one.center, unknownLevels: ['php'] } });

  it.each([
    ['that takes the last mention of a value', stated, record],
    ['that brings the first mention of a value', record, stated],
    ['that closes it', stated, null],
    ['that adds it', null, stated],
    ['of what is unknown of it', stated, asIt(stated)],
  ])('%s', (_, before, after) => {
    const [old, now] = [before, after].map((one) => summarizeDataset(one === null ? [other] : [other, one]));
    expect(changeSummary(old ?? expect.fail(), before, after)).toEqual(now);
  });
});

it('two offerings of one center count once', () => {
  const both = [1, 2].map((index) => ({ ...offering, ...facts, id: `${offering.id}-${index}` }));
  const { values } = summarizeDataset([{ ...record, offerings: both }]);
  expect([values.level?.iop, values.payer?.private, values.language?.es]).toEqual([1, 1, 1]);
});
