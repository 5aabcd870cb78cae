import { expect, test } from 'vitest';
import { narrowingFrom } from '../../web/locator/element/options.ts';
import { valueText } from '../../web/locator/parts/values.ts';
import { firstRequest } from '../../web/locator/state/pages.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';

test.each([
  ['payer', 'medicaid', 'AZ', 'Medicaid (Arizona: AHCCCS)'],
  ['payer', 'medicaid', 'NV', 'Medicaid (Nevada)'],
  ['payer', 'state', 'CA', 'A state plan (California)'],
  ['modality', 'telehealth', 'WA', 'Online (for people in Washington; elsewhere, ask)'],
  ['payer', 'medicaid', null, 'Medicaid'],
  ['payer', 'private', 'AZ', 'Private insurance'],
] as const)('%s %s of a center in %s is "%s"', (field, value, state, label) => {
  expect(valueText(en, null, field, value, state)).toBe(label);
});

test('the same in Spanish', () => {
  expect(valueText(es, null, 'payer', 'medicaid', 'OK')).toBe('Medicaid (Oklahoma: SoonerCare)');
  expect(valueText(es, null, 'modality', 'telehealth', 'AZ')).toMatch(/para personas en Arizona/);
});

test('the attribute in keeps the page to states; what is no code is left out', () => {
  const fixedBy = (text: string) => narrowingFrom((name) => (name === 'in' ? text : null)).fixed;
  expect(fixedBy('az, NV,az')).toEqual({ in: ['AZ', 'NV'] });
  expect(fixedBy('Arizona')).toEqual({});
});

test('a whole state within them is searched as a state', () => {
  const request = (state: string) => firstRequest({ kind: 'state', state } as never, { in: ['AZ', 'NV'] });
  expect(request('AZ')).toEqual({ state: 'AZ', limit: 10 });
  expect(request('CA')).toMatchObject({ state: 'CA', in: ['AZ', 'NV'] });
});
