import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { packCenter } from '../../../functions/dataset/packed-center.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { structuredData } from '../../../functions/faces/pages/structured-data.ts';
import { wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { NOW } from '../../support/real-records.ts';

const [record] = await loadRecords('data/examples.json');
const [offering] = record?.offerings ?? [];
if (record === undefined || offering === undefined) throw new Error('there are no examples');
const { center } = record;

const until = new Date(NOW + 86_400_000).toISOString();
const at = new Date(NOW).toISOString();
const intakes = {
  open: { state: 'open', asOf: at },
  full: { state: 'full', asOf: at, until },
  unknown: { state: 'unknown', asOf: null },
} as const;

describe('whether a center takes new patients', () => {
  it.each<[readonly (keyof typeof intakes)[], boolean | undefined]>([
    [['full', 'full'], false],
    [['full', 'unknown'], undefined],
    [['full', 'open'], true],
    [['unknown', 'unknown'], undefined],
  ])('%j gives %j', (states, expected) => {
    const offerings = states.map(
      (state, index): Offering => ({ ...offering, id: `${offering.id}-${index}`, intake: intakes[state] }),
    );
    const answer = wholeCenterAnswer(packCenter({ center, offerings }), NOW);
    const data = structuredData(answer, 'https://locator.example/centers/a', 'en');
    expect((data.mainEntity as { isAcceptingNewPatients?: boolean }).isAcceptingNewPatients).toBe(expected);
  });
});
