import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Offering } from '../../../functions/domain/offering.ts';
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
