import { describe, expect, test } from 'vitest';
import { ages } from '../../functions/domain/age.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { families } from '../../functions/domain/families.ts';
import { genders } from '../../functions/domain/gender.ts';
import { knownLanguages } from '../../functions/domain/language.ts';
import { impliedAsam, type Level, levels, levelTerm } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Term } from '../../functions/domain/vocabulary.ts';

/** The field's standard table: level, ASAM third edition, weekly hours of adults and adolescents, billing codes. */
const table: readonly [Level, string, string, string, string][] = [
  ['op', '1', 'under 9, under 6', '', ''],
  ['iop', '2.1', '9 to 19, 6 to 19', 'H0015 S9480', '0905 0906'],
  ['php', '2.5', '20 up, 20 up', 'H0035 S0201', '0912 0913'],
  ['residential', '3.1 3.3 3.5', '', '', ''],
  ['inpatient', '3.7 4', '', '', ''],
  ['detox', 'WM', '', '', ''],
  ['aftercare', '', '', '', ''],
  ['sober-living', '', '', '', ''],
];

function hoursText({
  atLeast,
  lessThanOrEqual,
  lessThan,
}: NonNullable<ReturnType<typeof levelTerm>['weeklyHours']>['adult']) {
  if (lessThan !== undefined) return `under ${lessThan}`;
  return lessThanOrEqual === null ? `${atLeast} up` : `${atLeast} to ${lessThanOrEqual}`;
}

describe('levels of care', () => {
  test.each(table)('%s: ASAM %j, hours a week %j, HCPCS %j, revenue %j', (level, asam, hours, hcpcs, revenue) => {
    const term = levelTerm(level);
    const third = term.asam.filter(({ edition }) => edition === '3').map(({ code }) => code);
    expect(third.join(' ')).toBe(asam);
    const { adult, adolescent } = term.weeklyHours ?? {};
    expect(adult && adolescent ? `${hoursText(adult)}, ${hoursText(adolescent)}` : '').toBe(hours);
    expect([...term.hcpcs].sort().join(' ')).toBe(hcpcs);
    expect([...term.revenue].sort().join(' ')).toBe(revenue);
  });

  test('are each in the table, and nothing else is', () => {
    expect(table.map(([level]) => level).sort()).toEqual([...levels.codes].sort());
  });

  test('three sessions of three hours are the floor of an adult IOP, and no hour count is two levels', () => {
    expect(levelTerm('iop').weeklyHours?.adult.atLeast).toBe(3 * 3);
    expect(levelTerm('op').weeklyHours?.adult.lessThan).toBe(9);
    expect(levelTerm('op').weeklyHours?.adolescent.lessThan).toBe(levelTerm('iop').weeklyHours?.adolescent.atLeast);
    expect(levelTerm('php').weeklyHours?.adult.atLeast).toBeGreaterThan(
      levelTerm('iop').weeklyHours?.adult.lessThanOrEqual ?? 99,
    );
  });

  test('stand in one continuum; detox and sober living stand outside it', () => {
    const inOrder = levels.codes.filter((level) => levelTerm(level).order !== null);
    inOrder.sort((a, b) => (levelTerm(a).order ?? 0) - (levelTerm(b).order ?? 0));
    expect(inOrder).toEqual(['aftercare', 'op', 'iop', 'php', 'residential', 'inpatient']);
    expect(inOrder.map((level) => levelTerm(level).order)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('of the fourth edition have its codes, none of them twice; 3.3 is gone', () => {
    const fourth = levels.codes.flatMap((level) => levelTerm(level).asam).filter(({ edition }) => edition === '4');
    // 2.7 (medically managed intensive outpatient) is not a level of this list yet.
    expect(fourth.map(({ code }) => code)).toEqual(['1.5', '1.7', '2.1', '2.5', '3.1', '3.5', '3.7', '3.7 BIO', '4']);
  });

  test('imply an ASAM code only where there is one, of the third edition that listings use', () => {
    expect(levels.codes.map((level) => [level, impliedAsam(level)?.code ?? null])).toEqual([
      ['op', '1'],
      ['iop', '2.1'],
      ['php', '2.5'],
      ['residential', null],
      ['inpatient', null],
      ['detox', 'WM'],
      ['aftercare', null],
      ['sober-living', null],
    ]);
    expect(impliedAsam('iop')?.edition).toBe('3');
  });

  test('IOP has no code in the mental-health directory: only the substance-use one names it', () => {
    expect(levelTerm('iop').samhsa).toEqual(['SET:OIT']);
  });
});

describe('SAMHSA’s codes', () => {
  const codesOf = (terms: Readonly<Record<string, Term>>, value: string) =>
    (terms[value]?.samhsa ?? []).map((code) => code.split(':')[1]);

  test.each([
    [
      conditions.terms,
      'co-occurring CO, co-occurring SUMH, ptsd PTSD, eating PED, mental-health SMI, trauma TRMA, alcohol AUDO, opioids OUDO',
    ],
    [
      populations.terms,
      'women WN, men MN, pregnant PW, lgbtq GL, veterans VET, military ADM, military-families MF, seniors SE, ' +
        'young-adults TAY, adolescents AD, domestic-violence DV, sexual-abuse XA, ' +
        'hiv HV, justice-involved CJ, justice-involved DU, native-american IH, native-american TBG, native-american ITU',
    ],
    [ages.terms, 'children CHLD, adolescents CHLD, young-adults YAD, adults ADLT, seniors SNR'],
    [genders.terms, 'women FEM, men MALE'],
    [families.terms, 'childcare CCC, beds-for-children BC'],
    [
      therapies.terms,
      'cbt CBT, dbt DBT, emdr EMDR, motivational MOTI, relapse-prevention RELP, trauma-counseling TRC, 12-step TWFA, ' +
        'contingency-management CMI, family CFT, group GT, individual IPT, acupuncture ACU, buprenorphine BU, ' +
        'methadone MU, naltrexone NU',
    ],
    [modalities.terms, 'telehealth TELE'],
    [
      payers.terms,
      'private PI, medicaid MD, medicare MC, military MI, state SI, self-pay SF, tribal ITU, free NP, sliding-scale SS',
    ],
    [
      Object.fromEntries([...knownLanguages].map(([code, term]) => [code, { ...term, synonyms: [] }])),
      'es SP, ase AH, zh F17, vi F92, tl F81, ko F47, ar F4, ru F70',
    ],
  ])('%#: stand for the values they should', (terms: Readonly<Record<string, Term>>, wanted) => {
    const missing = wanted.split(', ').filter((pair) => {
      const [value = '', code = ''] = pair.split(' ');
      return !codesOf(terms, value).includes(code);
    });
    expect(missing).toEqual([]);
  });

  test('always carry their category, since codes repeat across categories', () => {
    const lists: readonly Readonly<Record<string, Term>>[] = [
      levels.terms,
      conditions.terms,
      populations.terms,
      therapies.terms,
      payers.terms,
      modalities.terms,
    ];
    const codes = lists.flatMap((terms) => Object.values(terms).flatMap(({ samhsa = [] }) => samhsa));
    expect(codes.filter((code) => !/^[A-Z]+:[A-Z0-9]+$/.test(code))).toEqual([]);
  });

  test('name none of what they cannot say', () => {
    const holistic = therapies.family('holistic').filter((value) => value !== 'acupuncture');
    const silent = ['depressive', 'anxiety', 'ocd', 'phobias', 'personality'] as const;
    for (const value of silent) expect(codesOf(conditions.terms, value)).toEqual([]);
    for (const value of holistic) expect(codesOf(therapies.terms, value)).toEqual([]);
  });
});
