import { expect, it } from 'vitest';
import type { Age } from '../../functions/domain/age.ts';
import { ageSpans } from '../../functions/query/ages.ts';
import { tokenize } from '../../functions/query/tokenize.ts';

/** Age bands of the first age in a text. */
const bands = (text: string): string[] => ageSpans(tokenize(text))[0]?.meanings.map(({ value }) => String(value)) ?? [];

it.each<[number, Age]>([
  [12, 'children'],
  [13, 'adolescents'],
  [17, 'adolescents'],
  [18, 'young-adults'],
  [25, 'young-adults'],
  [26, 'adults'],
  [64, 'adults'],
  [65, 'seniors'],
])('at %d one is of the band %s', (age, band) => {
  expect(bands(`${age} year old`)).toEqual([band]);
  expect(bands(`my son is ${age}`)).toEqual(age < 12 ? [] : [band]);
});

it.each<[string, Age[]]>([
  ['ages 13 to 17', ['adolescents']],
  ['ages 17 to 18', ['adolescents', 'young-adults']],
  ['ages 25-26', ['young-adults', 'adults']],
  ['ages 13 to 30', ['adolescents', 'young-adults', 'adults']],
  ['18 and older', ['young-adults', 'adults', 'seniors']],
  ['over 17', ['young-adults', 'adults', 'seniors']],
  ['over 25', ['adults', 'seniors']],
  ['over 65', ['seniors']],
  ['under 18', ['children', 'adolescents']],
  ['under 13', ['children']],
  ['65+', ['seniors']],
  ['26+', ['adults', 'seniors']],
])('%s', (text, expected) => expect(bands(text)).toEqual(expected));
