import { describe, expect, test } from 'vitest';
import { type Level, levels } from '../../functions/domain/level-of-care.ts';
import { hasCode } from '../../functions/domain/silence/directory-codes.ts';
import { canSayLevel, silenceOf } from '../../functions/domain/silence/silence.ts';
import { type SourceVocabulary, vocabularyOfOffering } from '../../functions/domain/source-vocabulary.ts';

/** The values that an offering names, by field. */
type Named = Readonly<Record<string, readonly string[]>>;

/**
 * The answer for a value that an offering does not name. A question is unanswered if the offering names no value of it.
 */
function says(source: SourceVocabulary, field: string, value: string, named: Named, level: Level = 'op'): string {
  const { always, named: by, unsaid } = silenceOf(source, field, value, level);
  const isNamed = by.some(([other, one]) => named[other]?.includes(one));
  const substances = ['alcohol', 'opioids', 'stimulants', 'prescription-medications'];
  const isUnsaid = unsaid.some((question) =>
    question === 'substances'
      ? !named.condition?.some((one) => substances.includes(one))
      : (named[question] ?? []).length === 0,
  );
  return always || isNamed || isUnsaid ? 'unknown' : 'no';
}

const su = 'substance-use';
const mh = 'mental-health';
const treatsBoth = { condition: [su, 'alcohol', 'opioids', 'co-occurring'], therapy: ['cbt'], payer: ['private'] };
const alcoholOnly = { condition: [su, 'alcohol'], therapy: ['cbt'], payer: ['medicaid'] };
const eatingClinic = { condition: [mh, 'eating'], therapy: ['cbt'], payer: ['self-pay'] };
const generalClinic = { condition: [mh, su], therapy: ['cbt', 'individual'], payer: ['private'] };

describe('what silence means, by source', () => {
  test.each<[SourceVocabulary, string, string, Named, string, Level?]>([
    // If a parent is "no", so is its child.
    [mh, 'condition', 'stimulants', eatingClinic, 'no'],
    [mh, 'condition', 'alcohol', eatingClinic, 'no'],
    [mh, 'condition', su, eatingClinic, 'no'],
    [mh, 'therapy', 'methadone', eatingClinic, 'no'],
    [mh, 'therapy', '12-step', eatingClinic, 'no'],
    [su, 'payer', 'aetna', alcoholOnly, 'no'],
    // If a parent is "yes", a child that the source has no word for is unknown.
    [mh, 'condition', 'stimulants', generalClinic, 'unknown'],
    [mh, 'condition', 'depressive', eatingClinic, 'unknown'],
    [mh, 'condition', 'anxiety', eatingClinic, 'unknown'],
    [mh, 'condition', 'ocd', eatingClinic, 'unknown'],
    [mh, 'therapy', 'methadone', generalClinic, 'unknown'],
    [mh, 'therapy', 'motivational', generalClinic, 'unknown'],
    [su, 'condition', 'stimulants', alcoholOnly, 'unknown'],
    [su, 'payer', 'aetna', treatsBoth, 'unknown'],
    [mh, 'payer', 'kaiser', generalClinic, 'unknown'],
    // A program for co-occurring disorders may treat each by itself.
    [mh, 'condition', su, { ...eatingClinic, condition: [mh, 'co-occurring'] }, 'unknown'],
    [mh, 'condition', 'stimulants', { ...eatingClinic, condition: [mh, 'co-occurring'] }, 'unknown'],
    [mh, 'condition', 'co-occurring', generalClinic, 'unknown'],
    [mh, 'condition', 'co-occurring', eatingClinic, 'no'],
    [su, 'condition', 'co-occurring', alcoholOnly, 'no'],
    // A value that the source could have named but did not is "no".
    [su, 'condition', 'opioids', alcoholOnly, 'no'],
    [mh, 'condition', 'eating', generalClinic, 'no'],
    [su, 'population', 'women', alcoholOnly, 'no'],
    [su, 'payer', 'medicare', alcoholOnly, 'no'],
    [mh, 'payer', 'medicaid', eatingClinic, 'no'],
    [su, 'therapy', 'methadone', alcoholOnly, 'no'],
    [su, 'therapy', 'acupuncture', alcoholOnly, 'no'],
    [mh, 'therapy', 'dbt', eatingClinic, 'no'],
    [su, 'language', 'es', alcoholOnly, 'no'],
    [su, 'modality', 'telehealth', { ...alcoholOnly, modality: ['in-person'] }, 'no'],
    // A value that the source has no word for is unknown.
    [su, 'condition', 'anxiety', alcoholOnly, 'unknown'],
    [su, 'condition', 'eating', alcoholOnly, 'unknown'],
    [su, 'therapy', 'yoga', alcoholOnly, 'unknown'],
    [mh, 'therapy', 'holistic', eatingClinic, 'unknown'],
    [su, 'therapy', 'emdr', alcoholOnly, 'unknown'],
    [mh, 'population', 'women', eatingClinic, 'unknown'],
    [mh, 'payer', 'free', eatingClinic, 'unknown'],
    [mh, 'therapy', 'acupuncture', eatingClinic, 'unknown'],
    [su, 'language', 'so', alcoholOnly, 'unknown'],
    [su, 'schedule', 'evening', alcoholOnly, 'unknown'],
    // Detox is asked about each substance; other levels are not.
    [su, 'condition', 'stimulants', alcoholOnly, 'no', 'detox'],
    [su, 'condition', 'prescription-medications', alcoholOnly, 'no', 'detox'],
    [su, 'condition', 'stimulants', alcoholOnly, 'unknown', 'residential'],
    // Housing gives no therapy.
    [su, 'therapy', 'yoga', alcoholOnly, 'no', 'sober-living'],
    [su, 'therapy', 'cbt', { condition: [su] }, 'no', 'sober-living'],
    // The source asked this question, and nobody answered it.
    [su, 'payer', 'medicaid', { condition: [su, 'alcohol'] }, 'unknown'],
    [su, 'therapy', 'cbt', { condition: [su, 'alcohol'] }, 'unknown'],
    [su, 'condition', 'alcohol', { condition: [su] }, 'unknown'],
    [su, 'condition', 'opioids', { condition: [su] }, 'unknown'],
    // Trauma counseling may well be care for trauma, even if no trauma group is named.
    [su, 'condition', 'trauma', { ...alcoholOnly, therapy: ['trauma-counseling'] }, 'unknown'],
    [su, 'condition', 'trauma', alcoholOnly, 'no'],
    [mh, 'condition', 'ptsd', { ...eatingClinic, condition: [mh, 'trauma'] }, 'unknown'],
    [mh, 'condition', 'ptsd', eatingClinic, 'no'],
    // Children: the substance-use directory has one code for everybody under 18.
    [su, 'population', 'children', { population: ['women'] }, 'no'],
    [su, 'population', 'children', { population: ['adolescents'] }, 'unknown'],
    // An operator's own list: complete if it is filled in, unknown if it is empty.
    ['open', 'payer', 'medicaid', { payer: ['self-pay'] }, 'no'],
    ['open', 'payer', 'medicaid', {}, 'unknown'],
    ['open', 'payer', 'humana', { payer: ['private', 'aetna'] }, 'unknown'],
    ['open', 'payer', 'humana', { payer: ['medicaid', 'aetna'] }, 'no'],
    ['open', 'condition', 'opioids', { condition: ['alcohol'] }, 'no'],
    ['open', 'condition', 'opioids', { condition: [su] }, 'unknown'],
    ['open', 'condition', 'depressive', { condition: ['alcohol', 'co-occurring'] }, 'unknown'],
    ['open', 'condition', 'depressive', { condition: ['alcohol'] }, 'no'],
    ['open', 'therapy', 'yoga', { therapy: ['cbt'] }, 'no'],
    ['open', 'therapy', 'yoga', { therapy: ['holistic'] }, 'unknown'],
    ['open', 'population', 'women', {}, 'unknown'],
    ['open', 'language', 'es', { language: ['vi'] }, 'no'],
    ['open', 'schedule', 'evening', {}, 'unknown'],
    ['open', 'schedule', 'evening', { schedule: ['day'] }, 'no'],
  ])('%s: %s=%s of %j is %s', (source, field, value, named, expected, level = 'op') => {
    expect(says(source, field, value, named, level)).toBe(expected);
  });

  test('of levels', () => {
    const speechless = (source: SourceVocabulary) => levels.codes.filter((level) => !canSayLevel(source, level));
    expect(speechless(su)).toEqual([]);
    expect(speechless(mh)).toEqual(['iop', 'detox', 'aftercare', 'sober-living']);
    expect(speechless('open')).toEqual(levels.codes);
  });

  test('codes are of the directories that have them', () => {
    expect([su, mh].map((of) => hasCode(of as typeof su, 'TC:SA'))).toEqual([true, true]);
    expect([su, mh].map((of) => hasCode(of as typeof su, 'TC:MH'))).toEqual([false, true]);
    expect([su, mh].map((of) => hasCode(of as typeof su, 'SET:OIT'))).toEqual([true, false]);
    expect([su, mh].map((of) => hasCode(of as typeof su, 'OM:BU'))).toEqual([true, false]);
    expect([su, mh].map((of) => hasCode(of as typeof su, 'SG:PTSD'))).toEqual([false, true]);
  });
});

describe('the source of an offering', () => {
  const first = 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023';
  const second = 'SAMHSA National Directory of Mental Health Treatment Facilities 2024';
  test.each<[readonly string[], string, Level, SourceVocabulary]>([
    [[first], 'mesa-iop', 'iop', su],
    [[first, second], 'mesa-op', 'op', su],
    [[first, second], 'mesa-op-2', 'op', su],
    [[first, second], 'mesa-op-mental-health', 'op', mh],
    [[second], 'mesa-php-mental-health-3', 'php', mh],
    [['SAMHSA FindTreatment.gov'], 'mesa-op-mental-health', 'op', mh],
    // An offering that somebody added.
    [[first], 'mesa-iop-evening', 'iop', 'open'],
    // An offering that somebody may have completed.
    [[first, 'Open Door Health'], 'mesa-op', 'op', 'open'],
    [['Open Door Health'], 'mesa-op', 'op', 'open'],
  ])('%j, %s', (names, id, level, expected) => {
    const sources = names.map((name) => ({ name, asOf: '2024-04-01' }));
    expect(vocabularyOfOffering({ id: 'mesa', sources }, { id, level })).toBe(expected);
  });
});
