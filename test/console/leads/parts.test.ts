import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCenter } from '../../../functions/dataset/packed-center.ts';
import { fields, memberFields, yesNoFields } from '../../../functions/domain/fields.ts';
import { wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { valueAt } from '../../../functions/publish/added/paths.ts';
import { faultsOf } from '../../../functions/publish/correct.ts';
import type { Center, HistoryAnswer, Offering } from '../../../web/client/types.ts';
import { changesBetween, textOf } from '../../../web/console/leads/changes.ts';
import { scales, ticksFor } from '../../../web/console/leads/chart.ts';
import { correctables, readGiven, readPhone } from '../../../web/console/leads/correctable.ts';
import { linesOf } from '../../../web/console/leads/history-lines.ts';
import { pointsOf } from '../../../web/console/leads/progress.ts';
import { leadsWords as w } from '../../../web/words/leads.ts';
import { NOW, records } from '../../support/real-records.ts';

const some = records.slice(0, 60);
const publicOf = (record: (typeof records)[number]) =>
  wholeCenterAnswer(packCenter(record), NOW) as unknown as { center: Center; offerings: Offering[] };

describe('what an editor can set right', () => {
  it('has a path in every record, and every value of its control is one that the API takes', () => {
    for (const record of some) {
      const { center, offerings } = publicOf(record);
      for (const fact of correctables(center, offerings)) {
        if (fact.path === 'closed') continue;
        expect(() => valueAt(fact.path, record), fact.path).not.toThrow();
        const { control } = fact;
        const texts =
          control.kind === 'one'
            ? control.options.map(({ value }) => [value, []] as const)
            : control.kind === 'many'
              ? [['', control.options.slice(0, 2).map(({ value }) => value)] as const, ['', []] as const]
              : [];
        for (const [text, chosen] of texts) {
          const given = readGiven(fact, text, chosen);
          if ('fault' in given) throw new Error(`${fact.path}: ${given.fault}`);
          // An offered level cannot be unknown too: the API says so, and the form shows it.
          const faults = faultsOf(record, fact.path, given.value as never).filter((one) => !one.includes('is offered'));
          expect(faults, `${fact.path} ${JSON.stringify(given.value)}`).toEqual([]);
        }
      }
    }
  });

  it('is every field of the table of fields, for each offering', () => {
    const record = some.find(({ offerings }) => offerings.length > 1) ?? some[0];
    if (record === undefined) throw new Error('there are no records');
    const { center, offerings } = publicOf(record);
    const paths = correctables(center, offerings).map(({ path }) => path);
    for (const { id } of offerings)
      for (const field of [...memberFields, ...yesNoFields])
        expect(paths).toContain(`offerings.${id}.${fields[field].member}`);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each([
    ['(602) 555-0123', '+16025550123'],
    ['602.555.0123', '+16025550123'],
    ['+1 602 555 0123', '+16025550123'],
    ['1-602-555-0123', '+16025550123'],
    ['602 555 012', null],
    ['602 155 0123', null],
    ['102 555 0123', null],
    ['602 555 0123 ext 4', null],
    ['+44 602 555 0123', null],
    ['602 555 01234', null],
  ])('reads the number %s', (text, number) => {
    expect(readPhone(text)).toBe(number);
  });

  it('says what is wrong with a text, and takes an empty one only where nothing can be right', () => {
    const [first] = some;
    if (first === undefined) throw new Error('there are no records');
    const { center, offerings } = publicOf(first);
    const fact = (path: string) => {
      const found = correctables(center, offerings).find((one) => one.path === path);
      if (found === undefined) throw new Error(`no ${path}`);
      return found;
    };
    expect(readGiven(fact('name'), '  ', [])).toEqual({ fault: w.corrections.needed });
    expect(readGiven(fact('address.street'), ' ', [])).toEqual({ value: null });
    expect(readGiven(fact('address.zip'), '8500', [])).toEqual({ fault: w.corrections.zip });
    expect(readGiven(fact('website'), 'javascript:alert(1)', [])).toEqual({ fault: w.corrections.website });
    expect(readGiven(fact('website'), 'https://example.org/', [])).toEqual({ value: 'https://example.org/' });
    expect(readGiven(fact('phones.0.extension'), '12a', [])).toEqual({ fault: w.corrections.digits });
  });
});

describe('what the public will see', () => {
  it('names every fact that differs, and no other, in words', () => {
    const record = some.find(({ offerings }) => offerings.length > 0);
    if (record === undefined) throw new Error('there is no such record');
    const before = publicOf(record);
    const after = structuredClone(before);
    expect(changesBetween({ before: before as never, after: after as never })).toEqual([]);
    const [phone] = after.center.phones;
    const [offering] = after.offerings;
    if (phone === undefined || offering === undefined) throw new Error('the record is empty');
    phone.number = '+16025550123';
    offering.housing = offering.housing !== true;
    offering.payers = ['medicaid', 'aetna'];
    after.offerings = after.offerings.slice(0, 1);
    const changes = changesBetween({ before: before as never, after: after as never });
    expect(changes.map(({ what }) => what)).toEqual(
      expect.arrayContaining([w.memberName('phones'), w.memberName('housing')]),
    );
    const phones = changes.find(({ what }) => what === 'Phones')?.after ?? [];
    expect(phones.filter(({ differs }) => differs).map(({ text }) => text)).toEqual([
      expect.stringContaining('(602) 555-0123'),
    ]);
    const payers = changes.find(({ what }) => what === w.memberName('payers'))?.after ?? [];
    expect(payers.map(({ text }) => text)).toEqual(['Medicaid', 'Aetna']);
    for (const { before: was, after: will } of changes) expect(was).not.toEqual(will);
  });

  it('is never a code, a JSON text or "null"', () => {
    for (const record of some) {
      const { center, offerings } = publicOf(record);
      const texts = [center, ...offerings].flatMap((one) =>
        Object.entries(one).map(([name, value]) => textOf(name, value)),
      );
      for (const text of texts)
        expect(text).not.toMatch(/[{}[\]]|null|undefined|\b(?:in-person|sliding-scale|young-adults)\b/);
    }
  });
});

describe('the history', () => {
  const act = (over: Partial<HistoryAnswer['acts'][number]>) => ({
    ...{ offering: 'c-iop', field: 'level', value: 'yes' as const, by: 'kim', at: '2026-11-29T17:00:00.000Z' },
    ...{ recordedAt: '2026-11-29T17:00:01.000Z', expiresAt: null, took: true, ...over },
  });
  it('says of each key press whether it holds, was replaced or came too late, the latest first', () => {
    const history = {
      acts: [
        act({ at: '2026-11-29T19:00:00.000Z', recordedAt: '2026-11-29T19:00:01.000Z' }),
        act({
          value: 'no',
          at: '2026-11-29T18:00:00.000Z',
          recordedAt: '2026-11-29T19:30:00.000Z',
          took: false,
          by: 'ana',
        }),
        act({}),
        act({ field: 'intake', value: { state: 'full', until: '2026-12-08T17:00:00.000Z' } }),
      ],
      corrections: [
        {
          version: 1,
          corrections: [{ path: 'phones.0.number', value: {} }],
          reason: 'Moved.',
          by: 'eve',
          at: '2026-11-29T18:30:00.000Z',
        },
      ],
      confirmations: [],
      private: [{ version: 1, by: null, at: '2026-11-01T00:00:00.000Z' }],
      more: false,
    } satisfies HistoryAnswer;
    const lines = linesOf(history, () => 'IOP');
    expect(lines.map(({ kind, became, what }) => [kind, became, what])).toEqual([
      ['fact', 'holds', 'IOP: offered'],
      ['correction', null, 'Corrections: Phone 1: “Moved.”'],
      ['fact', 'history', 'IOP: not offered'],
      ['fact', 'replaced', 'IOP: offered'],
      ['fact', 'holds', expect.stringMatching(/^IOP: intake full until Dec [78], 2026$/)],
      ['private', null, 'Changed the team’s fields (version 1)'],
    ]);
    expect(lines.map(({ arrived }) => arrived !== null)).toEqual([false, false, true, false, false, false]);
  });
});

describe('the chart', () => {
  it('has at most seven round ticks that hold every value, from zero where values come near it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000_000), { minLength: 1, maxLength: 40 }), (values) => {
        const ticks = ticksFor(values);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks[0]).toBeLessThanOrEqual(least);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(new Set(ticks).size).toBe(ticks.length);
        if (least * 5 <= most) expect(ticks[0]).toBe(0);
      }),
    );
    expect(ticksFor([14_212, 14_152])).toEqual([14_120, 14_140, 14_160, 14_180, 14_200, 14_220]);
    expect(ticksFor([14_212, 14_212])).toEqual([14_208, 14_210, 14_212, 14_214, 14_216, 14_218, 14_220]);
    expect(ticksFor([0])).toEqual([0, 1]);
  });
  it('puts days where the calendar has them, and half as much half as high', () => {
    const { x, y } = scales(['2026-11-01', '2026-11-02', '2026-11-11'], ticksFor([0, 100]));
    expect((x('2026-11-02') - x('2026-11-01')) * 10).toBeCloseTo(x('2026-11-11') - x('2026-11-01'));
    expect(y(0) - y(50)).toBeCloseTo((y(0) - y(100)) / 2);
  });
  it('adds states up, or takes one', () => {
    const states = [
      { code: 'AZ' as const, unknown: 5, confirmed: 2 },
      { code: 'CA' as const, unknown: 7, confirmed: 1 },
    ];
    const days = [{ day: '2026-11-29', states }];
    expect(pointsOf({ days }, '')).toEqual([{ day: '2026-11-29', unknown: 12, confirmed: 3 }]);
    expect(pointsOf({ days }, 'CA')).toEqual([{ day: '2026-11-29', unknown: 7, confirmed: 1 }]);
  });
});

describe('what to ask', () => {
  it.each([
    [2, 0, [], 'Confirm 2 programs.'],
    [1, 0, [], 'Confirm 1 program.'],
    [0, 1, [], 'Confirm 1 program again.'],
    [0, 0, ['iop'], 'Do you offer Intensive outpatient (IOP)?'],
    [
      1,
      2,
      ['iop', 'php'],
      expect.stringMatching(/^Do you offer .*IOP.* or .*PHP.*\? Confirm 1 program\. Confirm 2 programs again\.$/),
    ],
  ] as const)('is one line: %i %i %j', (unconfirmed, stale, unknown, line) => {
    expect(w.worklist.ask(unconfirmed, stale, unknown)).toEqual(line);
  });
});
