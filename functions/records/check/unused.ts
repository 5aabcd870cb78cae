import { conditions } from '../../domain/condition.ts';
import { levels } from '../../domain/level-of-care.ts';
import { modalities } from '../../domain/modality.ts';
import type { Offering } from '../../domain/offering.ts';
import { payers } from '../../domain/payer.ts';
import { populations } from '../../domain/population.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { tracks } from '../../domain/schedule.ts';
import { therapies } from '../../domain/therapy.ts';

interface Field {
  readonly name: string;
  readonly codes: readonly string[];
  readonly family: (code: string) => readonly string[];
  readonly of: (offering: Offering) => readonly string[];
}

type Closed<Code extends string> = { readonly name: string; readonly codes: readonly Code[] } & {
  readonly family: (code: Code) => readonly Code[];
};

function field<Code extends string>(list: Closed<Code>, of: Field['of']): Field {
  const families = new Map<string, readonly string[]>(list.codes.map((code) => [code, list.family(code)]));
  return { name: list.name, codes: list.codes, family: (code) => families.get(code) ?? [code], of };
}

const fields: readonly Field[] = [
  field(levels, ({ level }) => [level]),
  field(conditions, (offering) => offering.conditions),
  field(populations, (offering) => offering.populations),
  field(therapies, (offering) => offering.therapies),
  field(payers, (offering) => offering.payers),
  field(modalities, (offering) => offering.modalities),
  field(tracks, ({ schedule }) => schedule?.tracks ?? []),
];

/** Of each filter the values that would find nothing anywhere, neither themselves nor by what nests in them. */
export function unusedValues(records: readonly CenterRecord[]): { field: string; values: string[] }[] {
  return fields.flatMap(({ name, codes, family, of }) => {
    const used = new Set(records.flatMap(({ offerings }) => offerings.flatMap(of)));
    const values = codes.filter((code) => !family(code).some((each) => used.has(each)));
    return values.length === 0 ? [] : [{ field: name, values }];
  });
}
