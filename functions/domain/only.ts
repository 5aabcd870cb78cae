import { conditions } from './condition.ts';
import type { MemberField } from './fields.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * Groups that an offering serves exclusively. Values of one kind are alternatives: `alcohol` and `opioids` together
 * serve people with either.
 */
export const onlys = vocabulary('only', {
  dui: { label: 'DUI clients', synonyms: [] },
  alcohol: { label: 'people with alcohol use disorder', synonyms: [] },
  opioids: { label: 'people with opioid use disorder', synonyms: [] },
  women: { label: 'women', synonyms: [] },
  men: { label: 'men', synonyms: [] },
});
export type Only = (typeof onlys.codes)[number];

/** The population by which alone a search finds an offering that only serves DUI clients. */
export const duiPopulation = 'justice-involved';

const substances: readonly string[] = conditions.family('substance-use').filter((code) => code !== 'substance-use');
const both = ['women', 'men'];

/**
 * Values of a field that an offering cannot have, whatever its sources say, because it only serves other groups: an
 * opioid-only clinic does not treat alcohol use, and a house for women does not admit men.
 */
export function ruledOutBy(only: readonly Only[], field: MemberField): readonly string[] {
  const [all, fields] = field === 'condition' ? [substances, ['condition']] : [both, ['population', 'gender']];
  const kept = all.filter((value) => (only as readonly string[]).includes(value));
  return fields.includes(field) && kept.length > 0 ? all.filter((value) => !kept.includes(value)) : [];
}

/** The restriction in words, such as `only DUI clients`. */
export function onlyText(only: readonly Only[]): string {
  const kinds = [['dui'], ['alcohol', 'opioids'], ['women', 'men']].map((kind) =>
    only
      .filter((one) => kind.includes(one))
      .map((one) => onlys.terms[one].label)
      .join(' or '),
  );
  return `only ${kinds.filter((kind) => kind !== '').join(' who are ')}`;
}
