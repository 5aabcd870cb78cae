import { expect, it } from 'vitest';
import type { Population } from '../../functions/domain/population.ts';
import { ageSpans } from '../../functions/query/ages.ts';
import { tokenize } from '../../functions/query/tokenize.ts';

/** The groups that the first age in a text stands for. */
const groups = (text: string): string[] =>
  ageSpans(tokenize(text))[0]?.meanings.map(({ value }) => String(value)) ?? [];

it.each<[number, Population]>([
  [11, 'children'],
  [12, 'adolescents'],
  [17, 'adolescents'],
  [18, 'young-adults'],
  [25, 'young-adults'],
  [26, 'adults'],
  [59, 'adults'],
  [60, 'seniors'],
])('at %d one is of the group %s', (age, group) => {
  expect(groups(`${age} year old`)).toEqual([group]);
  expect(groups(`my son is ${age}`)).toEqual(age < 12 ? [] : [group]);
});

it.each<[string, Population[]]>([
  ['ages 13 to 17', ['adolescents']],
  ['ages 17 to 18', ['adolescents', 'young-adults']],
  ['ages 25-26', ['young-adults', 'adults']],
  ['18 and older', ['adults']],
  ['over 17', ['adolescents']],
  ['over 18', ['adults']],
  ['under 18', ['adolescents']],
  ['under 12', ['children']],
  ['under 13', ['adolescents']],
  ['50+', ['seniors']],
  ['49+', ['adults']],
])('%s', (text, expected) => expect(groups(text)).toEqual(expected));
