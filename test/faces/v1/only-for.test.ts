import { describe, expect, it } from 'vitest';
import { ages, bandOf, OLDEST } from '../../../functions/domain/age.ts';
import { onlyForText } from '../../../functions/faces/v1/shapes/only-for.ts';

const years = Array.from({ length: OLDEST + 1 }, (_, age) => age);
/** What each way to say a stretch of years means to a reader. */
const stretches = {
  en: [
    [/^(\d+) or under$/, (last: number) => [0, last]],
    [/^(\d+) or over$/, (first: number) => [first, OLDEST]],
    [/^(\d+) to (\d+)$/, (first: number, last: number) => [first, last]],
  ],
  es: [
    [/^hasta (\d+)$/, (last: number) => [0, last]],
    [/^más de (\d+)$/, (younger: number) => [younger + 1, OLDEST]],
    [/^(\d+) a (\d+)$/, (first: number, last: number) => [first, last]],
  ],
} as const;

/** The years of age that a text names. */
function yearsSaid(text: string, language: 'en' | 'es'): number[] {
  const [, said = ''] = (language === 'en' ? /^people aged (.+)$/ : /^personas de (.+) años$/).exec(text) ?? [];
  const ranges = said.split(language === 'en' ? ' or ' : ' o ').flatMap((part, at, parts) => {
    // "17 or under" holds an "or" of its own.
    if (/^(?:under|over)$/.test(part)) return [];
    const whole = /^(?:under|over)$/.test(parts[at + 1] ?? '') ? `${part} or ${parts[at + 1]}` : part;
    const found = stretches[language].flatMap(([form, range]) => {
      const numbers = form.exec(whole)?.slice(1).map(Number);
      return numbers === undefined ? [] : [(range as (...numbers: number[]) => readonly number[])(...numbers)];
    });
    expect(found, whole).toHaveLength(1);
    return found;
  });
  return years.filter((age) => ranges.some(([first = 0, last = 0]) => age >= first && age <= last));
}

describe('for whom a path is, in words', () => {
  const all = ages.codes;
  const sets = Array.from({ length: 2 ** all.length - 2 }, (_, at) => all.filter((_age, bit) => ((at + 1) >> bit) & 1));

  it.each(['en', 'es'] as const)('names exactly the years of its bands of age: %s', (language) => {
    for (const bands of sets) {
      const text = onlyForText([{ genders: ['women', 'men'], ages: bands }], language);
      const meant = years.filter((age) => bands.includes(bandOf(age)));
      expect([text, yearsSaid(text, language)]).toEqual([text, meant]);
    }
  });

  it('names whom it is for', () => {
    const groups = [
      { genders: ['women'], ages: all },
      { genders: ['men'], ages: ['adolescents'] },
    ] as const;
    expect(onlyForText(groups)).toBe('women, or men aged 13 to 17');
    expect(onlyForText(groups, 'es')).toBe('mujeres, o hombres de 13 a 17 años');
  });
});
