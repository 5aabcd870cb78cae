import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsAsCrisis } from '../../functions/crisis/crisis.ts';
import { crisisPhrases } from '../../functions/query/sayings/crisis-words.ts';

/** Words about somebody who died. The reader of searches takes them for danger, and this reader for history. */
const told = ['killed myself', 'took his life', 'took her life'];
const all = [...crisisPhrases.english, ...crisisPhrases.spanish].filter((phrase) => !told.includes(phrase));

describe('a text that speaks of danger to life', () => {
  it.each([
    'i want to die',
    'I WANT TO DIE!!!',
    'i want, to die',
    'kill myself',
    'killmyself',
    'iwanttodie',
    'kill\nmyself',
    'i can’t go on',
    "i can't go on",
    'overdose now',
    'my son is overdosing in 85004',
    'suicde',
    'sucidal thoughts',
    'su1cidal',
    'she wants to kill hersef',
    'overdoes',
    'o.d.',
    '988',
    'call 988 now',
    'quiero morir',
    'QUIERO MORIR',
    'me quiero matar',
    'hacerme daño',
    'hacerme dan\u0303o',
    'hacerme dano',
    'no quiero vivir',
    'mi hermano tomó una sobredosis',
    'ｉ　ｗａｎｔ　ｔｏ　ｄｉｅ',
    'i want to d\u200bie',
    'i\u00a0want\u00a0to\u00a0die',
    'К i want to die Я',
    `${'x '.repeat(5000)}i want to die`,
    'suicide hotline',
    'says he will shoot himself',
    'everyone would be better off without me',
    'i took too much and im scared',
    'whats the point of living',
    'mi hermano se quiere quitar la vida',
    'kms',
    'took 40 tylenol',
  ])('%j', (text) => {
    expect(readsAsCrisis(text)).toBe(true);
  });

  it.each(all)('is known by "%s", in any case and between other words', (phrase) => {
    expect(readsAsCrisis(phrase)).toBe(true);
    expect(readsAsCrisis(`php denver, ${phrase.toUpperCase()}. help`)).toBe(true);
  });
});

describe('a text that does not', () => {
  it.each([
    '',
    ' ',
    'iop near 85004',
    'grief counseling',
    'php denver co medicaid',
    'dual diagnosis spokane women',
    'i want to stop drinking',
    'my life',
    'end',
    'want to',
    'to die for burgers',
    '(602) 988-0100',
    '602-988-0100',
    '6029880100',
    'od1234',
    'harm reduction',
    'overdone',
    'quiero dejar de beber',
    'vivir sobrio',
    'quiero vivir en tucson',
    'Washington, DC',
    'meth rehab near me',
    'suicide prevention program',
    'overdose last year, looking for iop',
    'my brother died of an overdose, need grief counseling',
    'i want to stop drinking before it kills me',
    'not suicidal, need php',
    'narcan training',
    'detox from heroin',
    'homicide survivors group',
    ...told.map((words) => `${words} two years ago`),
  ])('%j', (text) => {
    expect(readsAsCrisis(text)).toBe(false);
  });
});

it.each(
  readFileSync(new URL('sets/phrases.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]),
)('%s: "%s", a search that was once misread', (expected, text) => {
  expect(readsAsCrisis(text)).toBe(expected === 'crisis');
});

describe('any text', () => {
  it('is read without throwing, whatever its characters', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })).map(toText));
    fc.assert(
      fc.property(text, (any) => typeof readsAsCrisis(any) === 'boolean'),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one word', (length: number) => 'o'.repeat(length)],
    ['beginnings of phrases', (length: number) => 'want to '.repeat(length / 8)],
    ['beginnings of phrases, joined', (length: number) => 'wanttodo '.repeat(length / 9)],
    ['words that may mean danger', (length: number) => 'no want took kill not '.repeat(length / 22)],
    ['negations', (length: number) => 'not a '.repeat(length / 6)],
    ['words of danger, negated', (length: number) => 'not suicidal '.repeat(length / 13)],
    ['words between', (length: number) => 'to the a '.repeat(length / 9)],
    ['stops', (length: number) => 'a,'.repeat(length / 2)],
    ['misspelled words', (length: number) => 'suicixx '.repeat(length / 8)],
    ['marks out of order', (length: number) => `a${'\u0301\u0323'.repeat(length / 2)}`],
    ['accents', (length: number) => 'é'.repeat(length)],
    ['ligatures that expand', (length: number) => 'ﷺ'.repeat(length)],
    ['half characters', (length: number) => '\ud800'.repeat(length)],
    ['apostrophes', (length: number) => "'".repeat(length)],
    ['phone numbers', (length: number) => '1 988-'.repeat(length / 6)],
  ])('takes time in proportion to its length: %s', (_, make) => {
    readsAsCrisis(make(10_000));
    const short = best(() => readsAsCrisis(make(30_000)));
    const long = best(() => readsAsCrisis(make(240_000)));
    // Eight times as long a text; quadratic code would take 64 times as long.
    expect(long).toBeLessThan(Math.max(100, 30 * short));
  });
});

const toText = (units: readonly number[]) => String.fromCharCode(...units);

/** Processor time of this thread in the shortest of three runs, in milliseconds: other programs do not count. */
function best(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
