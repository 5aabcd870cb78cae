import type { HealthcareService, Location } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { displayPhone } from '../../functions/domain/contact.ts';
import { levelTerm } from '../../functions/domain/level-of-care.ts';
import { locationOf, serviceOf } from '../../functions/faces/fhir/shapes/resources.ts';
import { Namespace } from '../../functions/faces/fhir/shapes/systems.ts';
import { centerText } from '../../functions/faces/mcp/texts/center-text.ts';
import { wholeCenterAnswer } from '../../functions/faces/v1/shapes/center.ts';
import { NOW, records } from '../support/real-records.ts';

const answerers = {
  facility: 'the center itself',
  'central-admissions': 'central admissions',
  'third-party': 'a third party',
};
const textOf = (record: (typeof records)[number]) => centerText(wholeCenterAnswer(packCenter(record), NOW));

// Every listing of the fixtures, so that all missing or repeated values occur.
describe('in words for a model, every center', () => {
  it('has all its numbers in their order, each with who answers', () => {
    for (const record of records) {
      const told = textOf(record)
        .split('\n')
        .filter((line) => line.startsWith('  Phone: '));
      const { phones } = record.center;
      expect(told.length, record.center.id).toBe(phones.length);
      for (const [index, phone] of phones.entries()) {
        expect(told[index]).toContain(`${displayPhone(phone)} (${phone.purpose}, `);
        expect(told[index]).toContain(answerers[phone.answeredBy]);
      }
    }
  });

  it('says of a level that its source cannot name that it is unknown, and never no', () => {
    const cannotSay = records.filter(({ center }) => center.unknownLevels.length > 0);
    expect(cannotSay.length).toBeGreaterThan(5);
    for (const record of records) {
      const lines = textOf(record).split('\n');
      const unknown = lines.filter((line) => line.startsWith('  Unknown, not "no": '));
      expect(unknown.length, record.center.id).toBe(record.center.unknownLevels.length > 0 ? 1 : 0);
      for (const level of record.center.unknownLevels) expect(unknown[0]).toContain(levelTerm(level).label);
      expect(lines.join('\n')).not.toMatch(/not offered|does not offer|no such program/i);
    }
  });

  it('says that it is fictional where it is, and only there', () => {
    for (const record of records) expect(/FICTIONAL/.test(textOf(record)), record.center.id).toBe(record.center.sample);
  });
});

describe('in FHIR, every center', () => {
  const making = {
    namespace: new Namespace('https://locator.example'),
    dataset: { version: 'v', publishedAt: '2026-11-23T12:00:00Z' },
  };
  const ranked = ({ telecom = [] }: Location | HealthcareService) =>
    telecom.filter(({ system }) => system === 'phone').map(({ value, rank }) => [rank, value]);

  it('ranks its numbers as its record lists them', () => {
    for (const { center, offerings } of records) {
      const expected = center.phones.map((phone, index) => [index + 1, displayPhone(phone)]);
      expect(ranked(locationOf(center, making)), center.id).toEqual(expected);
      for (const offering of offerings) expect(ranked(serviceOf(center, offering, making))).toEqual(expected);
    }
  });

  it.each([true, false, null])('says whether clients live there as far as it is known: %s', (housing) => {
    const [record] = records;
    const [offering] = record?.offerings ?? [];
    if (record === undefined || offering === undefined) throw new Error('the fixtures are empty');
    const { extension = [] } = serviceOf(record.center, { ...offering, housing }, making);
    const told = extension.filter(({ url }) => url.endsWith('/housing')).map(({ valueBoolean }) => valueBoolean);
    expect(told).toEqual(housing === null ? [] : [housing]);
  });

  it.each([
    [['free'], ['free']],
    [['sliding-scale'], ['disc']],
    [['self-pay'], ['cost']],
    [['aetna'], ['cost']],
    [['medicaid'], []],
    [
      ['free', 'sliding-scale', 'private'],
      ['free', 'disc', 'cost'],
    ],
  ])('what %o costs is %o', (payers, codes) => {
    const [record] = records;
    const [offering] = record?.offerings ?? [];
    if (record === undefined || offering === undefined) throw new Error('the fixtures are empty');
    const { serviceProvisionCode = [] } = serviceOf(record.center, { ...offering, payers }, making);
    expect(serviceProvisionCode.map(({ coding }) => coding?.[0]?.code)).toEqual(codes);
  });
});
