import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { centerSchema } from '../../functions/domain/center.ts';
import { confirmationSchema } from '../../functions/domain/confirmation-schema.ts';
import { displayPhone } from '../../functions/domain/contact.ts';
import { intakeSchema } from '../../functions/domain/intake-schema.ts';
import { languageLabel } from '../../functions/domain/language.ts';
import { languageSchema } from '../../functions/domain/language-schema.ts';
import { offeringSchema } from '../../functions/domain/offering.ts';
import { insurerLabel } from '../../functions/domain/payer.ts';
import { payerSchema } from '../../functions/domain/payer-schema.ts';
import { phoneSchema } from '../../functions/domain/phone-schema.ts';
import { recordSchema } from '../../functions/domain/record.ts';
import { scheduleSchema } from '../../functions/domain/schedule-schema.ts';
import { slugOf, slugSchema } from '../../functions/domain/slug.ts';
import { offering, record } from './example.ts';

type Refusal = readonly [what: string, value: unknown, path: string, words: RegExp];

function refuses(schema: z.ZodType, valid: object, refusals: readonly Refusal[]): void {
  test('is taken as it is', () => expect(schema.parse(valid)).toEqual(valid));
  test.each(refusals)('refuses %s', (_, value, path, words) => {
    const issues = schema.safeParse({ ...valid, ...(value as object) }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [path, expect.stringMatching(words)],
    ]);
  });
}

describe('a schedule', () => {
  const valid = { sessionsPerWeek: [3, 5], hoursPerSession: 3, hoursPerWeek: 9, weeks: [8, 10], tracks: ['evening'] };
  const nothing = { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null, tracks: null };
  refuses(scheduleSchema, valid, [
    [
      'a range upside down',
      { sessionsPerWeek: [5, 3] },
      'sessionsPerWeek',
      /first number must not be above the second/,
    ],
    ['a range of one', { weeks: [8] }, 'weeks', /2 items/],
    ['no hours', { hoursPerWeek: 0 }, 'hoursPerWeek', />0/],
    ['more hours than a week has', { hoursPerWeek: 169 }, 'hoursPerWeek', /<=168/],
    ['a session of more than a day', { hoursPerSession: 25 }, 'hoursPerSession', /<=24/],
    ['an unknown track', { tracks: ['night'] }, 'tracks.0', /"day"\|"evening"\|"weekend"/],
    ['a track twice', { tracks: ['day', 'day'] }, 'tracks', /must not repeat a value/],
    ['a list without a track', { tracks: [] }, 'tracks', /unknown tracks are null/],
    ['a schedule that says nothing', nothing, '', /an unknown schedule is null, not all nulls/],
    ['a field that it does not have', { days: 3 }, '', /"days"/],
  ]);
  test.each(Object.keys(nothing))('may know nothing but %s', (part) => {
    const known = { ...nothing, [part]: valid[part as keyof typeof valid] };
    expect(scheduleSchema.parse(known)).toEqual(known);
  });
  test('takes a session every other week', () => {
    expect(scheduleSchema.parse({ ...nothing, sessionsPerWeek: [0.5, 1] }).sessionsPerWeek).toEqual([0.5, 1]);
  });
});

describe('a confirmation', () => {
  const [at, later] = ['2026-11-01T12:00:00Z', '2027-01-30T12:00:00Z'];
  const rule =
    /a confirmed offering has confirmedAt and expiresAt, a denied one confirmedAt, an unconfirmed one neither/;
  refuses(confirmationSchema, { state: 'confirmed', confirmedAt: at, expiresAt: later }, [
    ['no end', { expiresAt: null }, '', rule],
    ['no beginning', { confirmedAt: null }, '', rule],
    ['a time for what nobody confirmed', { state: 'unconfirmed' }, '', rule],
    ['an end of what nobody confirmed', { state: 'unconfirmed', confirmedAt: null }, '', rule],
    ['a denial without its time', { state: 'denied', confirmedAt: null }, '', rule],
    [
      'an end before the beginning',
      { expiresAt: '2026-10-01T12:00:00Z' },
      '',
      /expiresAt must be later than confirmedAt/,
    ],
    ['an end at the beginning', { expiresAt: at }, '', /expiresAt must be later than confirmedAt/],
    ['"stale", which is derived', { state: 'stale' }, 'state', /"confirmed"\|"unconfirmed"\|"denied"/],
    ['a day that does not exist', { confirmedAt: '2026-02-30T00:00:00Z' }, 'confirmedAt', /ISO datetime/],
    ['a time without a zone', { confirmedAt: '2026-11-01T12:00:00' }, 'confirmedAt', /ISO datetime/],
  ]);
  test.each([
    { state: 'unconfirmed', confirmedAt: null, expiresAt: null },
    { state: 'denied', confirmedAt: at, expiresAt: null },
  ])('may be $state', (value) => expect(confirmationSchema.parse(value)).toEqual(value));
});

describe('intake', () => {
  refuses(intakeSchema, { state: 'open', asOf: '2026-11-01T12:00:00Z' }, [
    ['openness without a time', { asOf: null }, '', /a known intake state has asOf, an unknown one has none/],
    ['a time of nothing known', { state: 'unknown' }, '', /an unknown one has none/],
    ['a state that is none', { state: 'waitlist' }, 'state', /"open"\|"full"\|"closed"\|"unknown"/],
  ]);
});

describe('a phone', () => {
  refuses(
    phoneSchema,
    { number: '+16025550100', extension: '12', purpose: 'admissions', answeredBy: 'central-admissions' },
    [
      ['a number as people write it', { number: '(602) 555-0100' }, 'number', /such as "\+16025550100"/],
      ['a number from abroad', { number: '+442079460018' }, 'number', /United States/],
      ['an area code that cannot be', { number: '+11025550100' }, 'number', /United States/],
      ['an extension in words', { extension: 'ext. 12' }, 'extension', /must be digits/],
      ['a purpose that is none', { purpose: 'fax' }, 'purpose', /"main"\|"intake"\|"admissions"/],
      ['nobody to answer', { answeredBy: 'robot' }, 'answeredBy', /"facility"\|"central-admissions"\|"third-party"/],
    ],
  );
  test('is shown as people write it', () => {
    expect(displayPhone({ number: '+16025550100', extension: null })).toBe('(602) 555-0100');
    expect(displayPhone({ number: '+16025550100', extension: '12' })).toBe('(602) 555-0100 ext. 12');
  });
});

describe('an offering', () => {
  refuses(offeringSchema, offering, [
    ['a level that is none', { level: 'IOP' }, 'level', /"op"\|"iop"/],
    ['a value twice', { conditions: ['ptsd', 'ptsd'] }, 'conditions', /must not repeat a value/],
    ['a therapy that is none', { therapies: ['reiki'] }, 'therapies.0', /"breathwork"/],
    ['an insurer that is no slug', { payers: ['Blue Cross'] }, 'payers.0', /such as "blue-cross"/],
    ['a language in words', { languages: ['Spanish'] }, 'languages.0', /BCP 47 language such as "es"/],
    ['an ASAM code as a number', { asam: { code: 2.1, edition: '3' } }, 'asam.code', /expected string/],
    [
      'an ASAM code that is none',
      { asam: { code: '9.9', edition: '3' } },
      'asam.code',
      /such as "2.1", "3.7 BIO" or "3.2-WM"/,
    ],
    ['an edition that is none', { asam: { code: '2.1', edition: '5' } }, 'asam.edition', /"3"\|"4"/],
    ['housing in words', { housing: 'yes' }, 'housing', /expected boolean/],
  ]);
});

describe('a center', () => {
  const location = { lat: 33.45, lng: -112.07, accuracy: 'address' };
  refuses(centerSchema, record.center, [
    ['an id with capitals', { id: 'Juniper' }, 'id', /lower-case letters and digits/],
    ['no phone', { phones: [] }, 'phones', /must have at least one phone number/],
    ['a state without centers', { address: { ...record.center.address, state: 'TX' } }, 'address.state', /"AZ"\|"CA"/],
    [
      'a ZIP of nine digits',
      { address: { ...record.center.address, zip: '85004-1234' } },
      'address.zip',
      /five digits/,
    ],
    ['a latitude beyond the pole', { location: { ...location, lat: 95 } }, 'location.lat', /<=90/],
    ['a longitude that is no number', { location: { ...location, lng: Number.NaN } }, 'location.lng', /number/],
    ['a website that is a script', { website: 'javascript:alert(1)' }, 'website', /URL/],
    ['a name of two lines', { name: 'Juniper\nPhoenix' }, 'name', /must be one line/],
    ['a name with the separator of keys', { name: 'a\u0000b' }, 'name', /must be one line/],
    ['an unknown level twice', { unknownLevels: ['iop', 'iop'] }, 'unknownLevels', /must not repeat a value/],
    ['no source', { sources: [] }, 'sources', />=1 items/],
  ]);
});

describe('a record', () => {
  refuses(recordSchema, record, [
    ['an offering twice', { offerings: [offering, offering] }, 'offerings.1.id', /"juniper-phoenix-iop" is used twice/],
    [
      'an offering of another center',
      { offerings: [{ ...offering, id: 'other-iop' }] },
      'offerings.0.id',
      /must begin with "juniper-phoenix-"/,
    ],
    [
      'a level both offered and unknown',
      { center: { ...record.center, unknownLevels: ['iop'] } },
      'center.unknownLevels',
      /"iop" is offered, so it cannot be unknown/,
    ],
  ]);

  test('has no place for a word about a caller', () => {
    const fields = { facilityCode: null, directIntakeLine: null, warmTransferNote: null, internalNotes: null };
    expect(recordSchema.safeParse({ ...record, private: fields }).success).toBe(true);
    expect(recordSchema.safeParse({ ...record, private: { ...fields, caller: 'Jane' } }).error?.message).toContain(
      'caller',
    );
  });

  test('with levels that are unknown is another than one without: unknown is never no', () => {
    const unknown = recordSchema.parse({ center: { ...record.center, unknownLevels: ['iop'] }, offerings: [] });
    const no = recordSchema.parse({ center: record.center, offerings: [] });
    expect(unknown).not.toEqual(no);
    for (const housing of [true, false, null])
      expect(offeringSchema.parse({ ...offering, housing }).housing).toBe(housing);
  });
});

describe('languages, insurers and slugs', () => {
  test.each(['es', 'ase', 'zh-hant', 'es-419', 'hmn'])('"%s" is a language with a label', (tag) => {
    expect(languageSchema.parse(tag)).toBe(tag);
    expect(languageLabel(tag)).toMatch(/^[A-Z]/);
  });

  // The last two tags match the pattern, but have no label.
  test.each(['', 'ES', 'spanish', 'e', 'es_mx', 'es-', 'es-12', 'es-es-mx'])('"%s" is no language', (tag) => {
    const issues = languageSchema.safeParse(tag).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('such as "es"')]);
  });

  test('an insurer without a name of its own is shown in title case, whatever its slug', () => {
    expect(insurerLabel('united-healthcare')).toBe('UnitedHealthcare');
    expect(insurerLabel('desert-mutual')).toBe('Desert Mutual');
    expect(insurerLabel('constructor')).toBe('Constructor');
    expect(payerSchema.parse('desert-mutual')).toBe('desert-mutual');
  });

  test.each([
    ['St. Anne’s & Sons, Inc.', 'st-annes-and-sons-inc'],
    ['  Centro Médico -- Niño ', 'centro-medico-nino'],
    ['24/7 Care', '24-7-care'],
    ['Großmann Ærø Łódź', 'grossmann-aero-lodz'],
    ['Đặng & Þórðarson', 'dang-and-thordarson'],
    [`Center ${'for Recovery '.repeat(12)}`, `center${'-for-recovery'.repeat(8)}-for`],
    ['x'.repeat(150), 'x'.repeat(120)],
  ])('"%s" becomes the slug %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(slugSchema.safeParse(slugOf(name)).success).toBe(true);
  });

  test('a name without a letter or digit is refused by name', () => expect(() => slugOf('— !')).toThrow('"— !"'));
});
