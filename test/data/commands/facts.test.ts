import { expect, test } from 'vitest';
import { countFacts, describeFacts } from '../../../data/commands/facts.ts';
import { runData } from '../../../data/program.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { plainVerdict } from '../../support/kleene.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const records = await loadRecords('test/fixtures/listings');

test('each value is counted as a plain scan counts it', () => {
  const counts = countFacts(records, NOW);
  for (const [field, value] of [
    ['level', 'iop'],
    ['condition', 'stimulants'],
    ['therapy', 'yoga'],
    ['payer', 'medicaid'],
    ['schedule', 'evening'],
    ['language', 'es'],
  ] as const) {
    const kinds = records.map((record) => plainVerdict(record, { [field]: [value] }, NOW).kind);
    const plain = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(counts.find((one) => one.field === field && one.value === value)).toEqual({
      field,
      value,
      yes: plain('listed'),
      no: plain('no'),
      unknown: plain('unknown'),
    });
  }
});

test('every value has every center once, and the table says how many there are', () => {
  for (const { field, value, yes, no, unknown } of countFacts(records, NOW))
    expect(yes + no + unknown, `${field} ${value}`).toBe(records.length);
  expect(describeFacts(records, NOW)).toContain(`${records.length} centers`);
});

test('is a command', async () => {
  expect(await runData(['facts', 'data/examples.json'])).toBe(0);
  expect(await runData(['facts', 'no-such-file.json'])).toBe(1);
});
