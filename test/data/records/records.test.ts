import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { conditions } from '../../../functions/domain/condition.ts';
import { confirmationState } from '../../../functions/domain/confirmation.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { isPayerKind } from '../../../functions/domain/payer.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { therapies } from '../../../functions/domain/therapy.ts';

describe('test/fixtures/listings', async () => {
  const records = await loadRecords('test/fixtures/listings');

  test.each(stateCodes)('%s has about fifteen centers, at least eight of them with an IOP', (state) => {
    const own = records.filter(({ center }) => center.address.state === state);
    expect(own.length).toBeGreaterThanOrEqual(14);
    expect(own.length).toBeLessThanOrEqual(16);
    expect(own.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop')).length).toBeGreaterThanOrEqual(
      8,
    );
    expect(new Set(own.map(({ center }) => center.address.city)).size).toBeGreaterThanOrEqual(8);
  });

  test.each(levels.codes)('%s is offered somewhere', (level) => {
    expect(records.some(({ offerings }) => offerings.some((offering) => offering.level === level))).toBe(true);
  });

  test('has centers whose IOP is unknown and centers of both directories', () => {
    expect(records.filter(({ center }) => center.unknownLevels.includes('iop')).length).toBeGreaterThanOrEqual(8);
    expect(records.filter(({ center }) => center.sources.length === 2).length).toBeGreaterThanOrEqual(8);
  });

  test('carries its source and date, is unconfirmed, and is nobody’s sample', () => {
    for (const { center, offerings } of records) {
      expect(center.sample).toBe(false);
      expect(center.location.accuracy).toBe('address');
      for (const { name, asOf } of center.sources)
        expect([name, asOf].join(' ')).toMatch(/^SAMHSA .*202[34] 202[34]-04-01$/);
      for (const { confirmation, intake } of offerings) {
        expect([confirmation.state, intake.state]).toEqual(['unconfirmed', 'unknown']);
      }
    }
  });

  test('is written the way the importer writes it', async () => {
    const text = await readFile('test/fixtures/listings/AZ.json', 'utf8');
    expect(formatJson(JSON.parse(text))).toBe(text);
  });
});

describe('data/examples.json', async () => {
  const records = await loadRecords('data/examples.json');
  const offerings = records.flatMap((record) => record.offerings);
  const some = (test: (offering: Offering) => boolean): boolean => offerings.some(test);

  test('is one fictional center a state, and says so', () => {
    expect(records.map(({ center }) => center.address.state).sort()).toEqual([...stateCodes].sort());
    for (const { center, private: fields } of records) {
      expect(center.sample).toBe(true);
      expect(center.name).toMatch(/\(example\)$/);
      expect(center.organization.name).toMatch(/\(example\)$/);
      const numbers = [...center.phones, ...(fields?.directIntakeLine ? [fields.directIntakeLine] : [])];
      for (const { number } of numbers) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    }
  });

  test('shows two IOPs of one center for different people', () => {
    const [phoenix] = records.filter(({ center }) => center.address.city === 'Phoenix');
    const iops = phoenix?.offerings.filter(({ level }) => level === 'iop') ?? [];
    expect(iops.map(({ populations, conditions: treats }) => [populations[0], treats[0]])).toEqual([
      ['women', 'alcohol'],
      ['men', 'opioids'],
    ]);
    expect(iops[0]?.schedule).toMatchObject({
      sessionsPerWeek: [3, 5],
      hoursPerSession: 3,
      hoursPerWeek: 9,
      weeks: [8, 10],
    });
  });

  test('has every level, condition and therapy, named insurers and every track', () => {
    expect(levels.codes.filter((level) => !some((offering) => offering.level === level))).toEqual([]);
    expect(conditions.codes.filter((value) => !some((offering) => offering.conditions.includes(value)))).toEqual([]);
    const holistic = therapies.family('holistic').filter((value) => value !== 'acupuncture');
    expect(holistic.filter((value) => !some((offering) => offering.therapies.includes(value)))).toEqual([]);
    expect(
      new Set(offerings.flatMap(({ payers }) => payers.filter((payer) => !isPayerKind(payer)))).size,
    ).toBeGreaterThan(3);
    for (const track of ['day', 'evening', 'weekend'] as const) {
      expect(some(({ level, schedule }) => level === 'iop' && schedule?.tracks?.includes(track) === true)).toBe(true);
    }
  });

  test('has PHP with and without housing, and each state of confirmation and intake', () => {
    const php = offerings.filter(({ level }) => level === 'php');
    expect(new Set(php.map(({ housing }) => housing))).toEqual(new Set([true, false]));
    const now = Date.parse('2026-11-23T00:00:00Z');
    expect(new Set(offerings.map(({ confirmation }) => confirmationState(confirmation, now)))).toEqual(
      new Set(['confirmed', 'stale', 'denied', 'unconfirmed']),
    );
    expect(new Set(offerings.map(({ intake }) => intake.state))).toEqual(
      new Set(['open', 'full', 'closed', 'unknown']),
    );
    const lines = records.flatMap(({ center }) =>
      center.phones.map(({ purpose, answeredBy }) => `${purpose} ${answeredBy}`),
    );
    expect(lines).toContain('benefits-check central-admissions');
  });
});
