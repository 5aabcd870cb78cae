import { expect, it } from 'vitest';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import type { Admissions } from '../../functions/domain/admissions.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { compileFilter, type Filter } from '../../functions/search/filter.ts';
import { resultOf } from '../../functions/search/match.ts';
import { offering, record } from '../domain/example.ts';

const NOW = Date.UTC(2026, 10, 1);

/** A center with outpatient care, of which admissions said something, and an intensive program of which nobody did. */
const told = (admissions: Admissions): CenterRecord => ({
  center: { ...record.center, unknownLevels: ['iop'] },
  offerings: [{ ...offering, id: 'juniper-phoenix-op', level: 'op', languages: ['es'], admissions }],
});
const verdict = (one: CenterRecord, filter: Filter) =>
  resultOf(packCenter(one), compileFilter(filter, NOW), 'any')?.certainty ?? 'no';

it.each<readonly [string, Filter]>([
  ['payer.medicaid', { payer: ['medicaid'] }],
  ['therapy.dbt', { therapy: ['dbt'] }],
  ['condition.ptsd', { condition: ['ptsd'] }],
  ['age.adolescents', { age: ['adolescents'] }],
])('a no to %s of one program leaves a level open that nobody asked about', (key, filter) => {
  for (const open of [[], ['language']] as const) {
    const one = told({ denied: [key], open: [...open] });
    expect([verdict(one, { level: ['op'], ...filter }), verdict(one, { level: ['iop'], ...filter })]).toEqual([
      'no',
      'unknown',
    ]);
  }
});
