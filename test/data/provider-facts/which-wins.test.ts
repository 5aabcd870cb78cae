import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Offering } from '../../../functions/domain/offering.ts';
import { heedPeople } from '../../../functions/publish/added/provider-word.ts';
import { mergeProvider } from '../../../functions/records/provider/merge.ts';
import { providerFileSchema } from '../../../functions/records/provider/schema.ts';
import { fileOf, listing, offeringOf, TODAY } from './site.ts';

/** The values that are shown, by a scan that knows nothing of facts and fields: one plain rule for each member. */
const members = ['conditions', 'therapies', 'payers', 'languages', 'modalities', 'ages', 'genders', 'housing'] as const;
type Member = (typeof members)[number];
const values: Record<Member, readonly unknown[]> = {
  conditions: [['alcohol'], ['opioids', 'depressive'], []],
  therapies: [['cbt', 'yoga'], ['dbt'], []],
  payers: [['medicaid', 'aetna'], ['self-pay'], []],
  languages: [['es'], ['vi', 'es'], []],
  modalities: [['in-person'], ['telehealth'], []],
  ages: [['adults'], ['seniors', 'adults'], null],
  genders: [['women'], ['women', 'men'], null],
  housing: [true, false, null],
};
const isSaid = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const said = fc.record(
  Object.fromEntries(members.map((member) => [member, fc.constantFrom(...values[member])])) as Record<
    Member,
    fc.Arbitrary<unknown>
  >,
);
const partly = fc
  .tuple(said, fc.subarray([...members]))
  .map(([all, kept]) => Object.fromEntries(kept.map((one) => [one, all[one]])));

it('of random listings and files, the newer statement of each fact is shown, and nothing else changes', () => {
  const day = fc.constantFrom('2023-03-31', '2023-04-01', '2023-04-02', '2026-11-18');
  fc.assert(
    fc.property(said, partly, day, (listed, stated, asOf) => {
      const id = 'mesa-house-phoenix-1';
      const before = offeringOf(id, 'iop', listed as Partial<Offering>);
      const record = listing(id, {}, [before, offeringOf(id, 'op')]);
      const raw = fileOf('mesa-house.example', { programs: [{ id: 'iop', level: 'iop', asOf, ...stated }] });
      const [says] = providerFileSchema.parse(raw).centers;
      if (says === undefined) throw new Error('no center');
      // Leaves out a program whose conditions belong to another directory: another test covers it.
      fc.pre(
        !(stated.conditions as string[] | undefined)?.includes('depressive') ||
          (stated.conditions as string[]).includes('opioids'),
      );
      const word = {
        center: id,
        host: 'mesa-house.example',
        updated: '2026-11-20',
        readOn: TODAY,
        says,
        offerings: {},
      };
      const { record: merged } = mergeProvider(record, word, TODAY);
      const [iop, op] = merged.offerings;
      for (const member of members) {
        const [was, now] = [before[member], stated[member]];
        const isProviders = isSaid(now) && (asOf >= '2023-04-01' || !isSaid(was));
        expect([member, iop?.[member]]).toEqual([member, isProviders ? now : was]);
      }
      expect(op).toEqual(record.offerings[1]);
      expect([iop?.id, iop?.confirmation, iop?.schedule]).toEqual([before.id, before.confirmation, null]);
      expect(merged.center.phones).toEqual(record.center.phones);
    }),
    { numRuns: 500 },
  );
});

it('a program that only its provider lists is denied once people denied every listed program of its level', () => {
  const id = 'mesa-house-phoenix-1';
  const denied = { state: 'denied', confirmedAt: '2026-11-19T00:00:00.000Z', expiresAt: null } as const;
  const evening = `${id}-iop-own-evening`;
  const fromProvider = {
    host: 'mesa-house.example',
    asOf: '2026-11-18',
    readOn: TODAY,
    staleOn: '2027-11-18',
    facts: ['level' as const],
  };
  const shown = (...deniedIds: readonly string[]) => {
    const listed = [`${id}-iop`, `${id}-iop-2`, `${id}-op`].map((offering, at) =>
      offeringOf(id, at < 2 ? 'iop' : 'op', {
        id: offering,
        ...(deniedIds.includes(offering) && { confirmation: denied }),
      }),
    );
    const record = listing(id, {}, [...listed, offeringOf(id, 'iop', { id: evening, fromProvider })]);
    const heeded = heedPeople(record, { confirmations: [], facts: [], corrections: [] });
    return heeded.offerings.find((one) => one.id === evening)?.confirmation.state;
  };
  expect(shown()).toBe('unconfirmed');
  expect(shown(`${id}-op`)).toBe('unconfirmed');
  expect(shown(`${id}-iop`)).toBe('unconfirmed');
  expect(shown(`${id}-iop`, `${id}-iop-2`)).toBe('denied');
});

it('facts of a program go to the one listed program of its level, and to none of two that may be meant', () => {
  const id = 'mesa-house-phoenix-1';
  const [says] = providerFileSchema.parse(
    fileOf('mesa-house.example', { programs: [{ id: 'evening', level: 'iop', asOf: '2026-11-18', housing: true }] }),
  ).centers;
  if (says === undefined) throw new Error('no center');
  const merged = (...listed: readonly Offering[]) => {
    const word = { center: id, host: 'mesa-house.example', updated: '2026-11-20', readOn: TODAY, says, offerings: {} };
    const { offerings } = mergeProvider(listing(id, {}, [...listed]), word, TODAY).record;
    return offerings.filter(({ housing }) => housing === true).map((offering) => offering.id);
  };
  const [day, other] = [offeringOf(id, 'iop'), offeringOf(id, 'iop', { id: `${id}-iop-2` })];
  expect(merged(day)).toEqual([day.id]);
  expect(merged(day, other)).toEqual([`${id}-iop-own-evening`]);
});
