import { expect, it } from 'vitest';
import { fieldNames } from '../../functions/domain/fields.ts';
import { ofOthers, providerFacts } from '../../functions/domain/from-provider.ts';

it('a provider can state every field but those of the center and of admissions', () => {
  const stated: readonly string[] = providerFacts;
  expect(fieldNames.filter((name) => !stated.includes(name)).toSorted()).toEqual(ofOthers.toSorted());
});
