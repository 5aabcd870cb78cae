import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { places } from '../../functions/places/load.ts';
import { namesOfLandmark, withoutWeakWords } from '../../functions/places/weak-words.ts';
import { withZipDigits } from '../../functions/places/zip-digits.ts';
import { judge } from './judge.ts';

/** Sets in the form of judged.ts. Each was written before its first run; the shares apply to that kind of text. */
const readSet = (name: string) =>
  readFileSync(new URL(`sets/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

function share(name: string, by: 'near' | 'q'): number {
  const rows = readSet(name);
  const good = rows.filter(([text = '', expected = '']) =>
    ['right', 'asked'].includes(judge(text, expected, by).verdict),
  );
  return good.length / rows.length;
}

const labels = (text: string): readonly string[] => {
  const read = readNear(text, places());
  return 'kind' in read ? [read.label] : read.candidates.map(({ label }) => label);
};
const taken = (text: string): string | null => {
  const read = readNear(text, places());
  return 'kind' in read ? read.label : null;
};

describe('places as people type them', () => {
  it.each([
    ['counties', 'near', 0.97],
    ['counties', 'q', 0.93],
    ['places', 'near', 0.92],
    ['more', 'near', 0.92],
  ] as const)('of the set %s by %s at least a share of %d is right or asked', (set, by, least) => {
    expect(share(set, by)).toBeGreaterThanOrEqual(least);
  });

  it('judges a town of a county', () => {
    const expected = 'Washington Township, Gloucester County, NJ | Washington Township, Bergen County, NJ';
    expect(judge('washington township nj', `ask: ${expected}`, 'near').verdict).toBe('asked');
    expect(judge('reno', expected, 'near').verdict).toBe('wrong');
  });
});

describe('slips in counties', () => {
  it.each([
    ['monmoth county', 'Monmouth County, NJ'],
    ['gloster county new jersey', 'Gloucester County, NJ'],
    ['arapaho county co', 'Arapahoe County, CO'],
    ['okanagan county wa', 'Okanogan County, WA'],
  ])('"%s" asks first about %s', (text, label) => {
    expect(labels(text)[0]).toBe(label);
    expect(taken(text)).toBeNull();
  });

  it('offers no county of another state than the one said', () => {
    for (const label of labels('monmoth county nj')) expect(label).toMatch(/, NJ$/);
  });

  it.each([
    ['LA County', 'Los Angeles County, CA'],
    ['slo county ca', 'San Luis Obispo County, CA'],
    ['Cleveland County, OK', 'Cleveland County, OK'],
  ])('"%s" is %s', (text, label) => expect(taken(text)).toBe(label));
});

describe('shortened words', () => {
  it.each([
    ['grand jct', 'Grand Junction, CO'],
    ['colorado spgs', 'Colorado Springs, CO'],
    ['citrus hts', 'Citrus Heights, CA'],
    ['pt townsend', 'Port Townsend, WA'],
    ['huntington bch', 'Huntington Beach, CA'],
    ['n las vegas', 'North Las Vegas, NV'],
    ['egg harbor twp', 'Egg Harbor Township, NJ'],
  ])('"%s" is %s', (text, label) => expect(taken(text)).toBe(label));
});

describe('weak words and landmarks', () => {
  it.each([
    ['by ohare', /O'Hare.*, IL$/],
    ['east bay oakland area', /East Bay, CA$/],
    ['lake tahoe ca side', /^Lake Tahoe, CA$/],
    ['tahoe nv side', /^Lake Tahoe, NV$/],
    ['pilsen neighborhood', /^Pilsen, Chicago, IL$/],
  ])('"%s" is taken as the place in it', (text, label) => expect(taken(text)).toMatch(label));

  it.each([
    ['wildwood boardwalk', 'Wildwood, NJ'],
    ['stanford hospital', 'Stanford, CA'],
    ['burbank by the airport', 'Burbank, CA'],
  ])('"%s" asks first about %s', (text, label) => {
    expect(labels(text)[0]).toBe(label);
    expect(taken(text)).toBeNull();
  });

  it('takes words off the ends only, and never all of them', () => {
    expect(withoutWeakWords('near the phoenix area')).toBe('phoenix');
    expect(withoutWeakWords('nevada side of laughlin')).toBe('laughlin');
    expect(withoutWeakWords('near the area')).toBe('near the area');
    expect(withoutWeakWords('Bywater, LA')).toBe('Bywater, LA');
    expect(namesOfLandmark('venice beach boardwalk')).toEqual(['venice beach', 'venice']);
    expect(namesOfLandmark('boardwalk')).toEqual([]);
  });
});

describe('bases said otherwise', () => {
  it.each([
    ['travis air base', 'Travis AFB, CA'],
    ['great lakes naval station', 'Great Lakes, IL'],
    ['fallon naval station', 'NAS Fallon, NV'],
    ['lemoore naval air base', 'NAS Lemoore, CA'],
    ['whidbey naval station', 'Whidbey Island, WA'],
  ])('"%s" is %s', (text, label) => expect(taken(text)).toBe(label));
});

describe('names that sound alike, and initials', () => {
  it.each([
    ['la hoya', 'La Jolla, CA'],
    ['yakama city', 'Yakima, WA'],
    ['skwim wa', 'Sequim, WA'],
    ['AC new jersey', 'Atlantic City, NJ'],
    ['oc nj', 'Ocean City, NJ'],
  ])('"%s" asks or takes %s first', (text, label) => expect(labels(text)[0]).toBe(label));
});

describe('two names that lie together', () => {
  it.each([
    ['ignacio southern ute', 'Ignacio, CO'],
    ['tahlequah cherokee nation', 'Tahlequah, OK'],
    ['hamilton twp mercer', 'Hamilton Township (Mercer County), NJ'],
    ['pilsen chicago', 'Pilsen, Chicago, IL'],
    ['chicago pilsen', 'Pilsen, Chicago, IL'],
  ])('"%s" is %s', (text, label) => expect(taken(text)).toBe(label));

  it('merges no two names that are far apart', () => expect(taken('ignacio cherokee nation')).toBeNull());
});

describe('ZIPs with spaces or letters', () => {
  it.each([
    ['9 3 7 0 2', 'Fresno, CA 93702'],
    ['O7302', 'Jersey City, NJ 07302'],
    ['85o16', 'Phoenix, AZ 85016'],
    ['O73O2', 'Jersey City, NJ 07302'],
    ['hollister ca 95O23', 'Hollister, CA 95023'],
  ])('"%s" is %s', (text, label) => expect(taken(text)).toBe(label));

  it('leaves words, and numbers that are no ZIP, as they are', () => {
    for (const text of ['Ollie', 'loool', '12 Oll', '9 3 7 0', '85004', '1200 Olo St'])
      expect(withZipDigits(text)).toBe(text);
  });
});

describe('suggestions', () => {
  it.each([
    ['grand jct', 'Grand Junction, CO'],
    ['hoenix', 'Phoenix, AZ'],
    ['ohoenix', 'Phoenix, AZ'],
    ['pheonix', 'Phoenix, AZ'],
  ])('for "%s" begin with %s', (text, label) => expect(places().suggest(text, 3)[0]?.label).toBe(label));
});
