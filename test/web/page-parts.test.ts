import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { changeText, foundText, worthOffering } from '../../web/locator/parts/changes.ts';
import { factRows, rowsOf } from '../../web/locator/parts/fact-rows.ts';
import { problemWords } from '../../web/locator/parts/problem.ts';
import type { Narrowing, Offering } from '../../web/locator/read/answer.ts';
import { mayRetry, readProblem } from '../../web/locator/read/problem.ts';
import { readVocabulary } from '../../web/locator/read/read-vocabulary.ts';
import { Vocabulary } from '../../web/locator/read/vocabulary.ts';
import { startState } from '../../web/locator/state/state.ts';
import { sureness } from '../../web/pages/sureness.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { pages } from '../../web/words/pages/en.ts';
import { pages as paginas } from '../../web/words/pages/es.ts';
import { centerAt, offering } from './facts-about.ts';

const vocabulary = readVocabulary({
  filters: {
    payer: [
      { value: 'medicaid', label: 'Medicaid', parent: null, centers: 3 },
      { value: 'aetna', label: 'Aetna', parent: 'private', centers: 1 },
      { value: 'private', label: 'Private insurance', parent: null, centers: 2 },
      { value: 'free', label: 'Free', parent: null, centers: 0 },
    ],
    population: [{ value: 'women', label: 'Women', parent: null, centers: 1 }],
  },
});

describe('the lists of filter values', () => {
  test('a value that no center has is never offered; children follow their parent', () => {
    expect(vocabulary.offerable('payer').map(({ value }) => value)).toEqual(['medicaid', 'private', 'aetna']);
    expect(vocabulary.offered('payer', 'free')).toBe(false);
    expect(vocabulary.offerable('therapy')).toEqual([]);
  });
  test('an unknown slug is shown readably', () => {
    expect(vocabulary.label('payer', 'blue-cross-blue-shield')).toBe('Blue Cross Blue Shield');
  });
  test('without the lists every level of the form stays', () => {
    expect(new Vocabulary().offered('level', 'iop')).toBe(true);
  });
});

describe.each([
  ['en', en, pages],
  ['es', es, paginas],
] as const)('how sure a center’s page is: %s', (_, words, own) => {
  const { center } = centerAt('one', { lat: 33, lng: -112 });
  const confirmed = (level: string, confirmedAt: string) =>
    offering({ level, confirmation: { state: 'confirmed', confirmedAt, expiresAt: '2027-06-01T00:00:00Z' } });
  const lines = (...offerings: readonly Offering[]) =>
    sureness(words, own, center, offerings).map((line) => renderToString(line).replace(/<[^>]*>/g, ''));

  test('the last confirmed comes first, and what is alike is one line', () => {
    const [old, late, unsaid] = [
      confirmed('op', '2026-09-03T12:00:00Z'),
      confirmed('iop', '2026-10-07T12:00:00Z'),
      offering({ level: 'php' }),
    ];
    const tag = (level: string) => words.levels.tag[level] ?? level;
    for (const order of [
      [old, late, unsaid],
      [unsaid, late, old],
    ])
      expect(lines(...order).map((line) => line.split(':')[0])).toEqual(['iop', 'op', 'php'].map(tag));
    const both = lines(old, confirmed('iop', '2026-09-03T12:00:00Z'), unsaid);
    expect(both.map((line) => line.split(':')[0])).toEqual([words.and([tag('op'), tag('iop')]), tag('php')]);
    expect(lines(old)).toHaveLength(1);
  });
});

describe('facts of a center', () => {
  const rows = (asked: Narrowing, ...offerings: Offering[]) =>
    rowsOf({ state: { ...startState(), chosen: asked, vocabulary }, words: en }, offerings);
  const row = (title: string, of: ReturnType<typeof rows>) => of.find((one) => one.title === title)?.values;

  test('what several programs share is told once, what was asked for comes first', () => {
    const women = offering({ payers: ['private', 'medicaid'], populations: ['women'] });
    const men = offering({ payers: ['medicaid', 'private'], populations: ['men'] });
    const found = rows({ payer: ['medicaid'] }, women, men);
    expect(row('Ways to pay', found)).toEqual([
      { label: 'Medicaid', asked: true },
      { label: 'Private insurance', asked: false },
    ]);
    expect(row('Programs for', found)?.map(({ label }) => label)).toEqual(['Women', 'Men']);
  });
  test('a list that names nothing is empty, and shown as "ask": unknown is not "no"', () => {
    expect(row('Ways to pay', rows({}, offering()))).toEqual([]);
    const html = renderToString(factRows({ state: startState(), words: en }, [offering()]));
    expect(html).toContain('Not listed: ask');
  });
});

describe('what would help', () => {
  test('each change in words', () => {
    const asked = { payer: ['medicaid'], level: ['iop'] };
    const change = (one: Record<string, string | null>, chosen: Narrowing) =>
      changeText({ state: { ...startState(), chosen, vocabulary }, words: en }, one);
    expect(change({ within: '50mi' }, asked)).toBe('Within 50 miles');
    expect(change({ within: null }, asked)).toBe('Any distance');
    expect(change({ level: null }, asked)).toBe('Any kind of program');
    expect(change({ payer: null }, asked)).toBe('Without “Medicaid”');
  });
  test('what it would find', () => {
    expect(foundText(en, 'mi', { change: {}, count: 1, more: false, nearestMiles: 31.4 })).toBe(
      '1 center, nearest 31.4 mi',
    );
    expect(foundText(en, 'mi', { change: {}, count: 50, more: true, nearestMiles: null })).toBe('At least 50 centers');
    const radius = { change: { within: '50mi' }, count: 7, more: false, nearestMiles: 31.4 };
    expect(foundText(en, 'mi', radius, true)).toBe('7 centers in all, the next 31.4 mi');
  });
  test('what was counted for a whole cell is told as no more than that', () => {
    const cell = { change: { within: '50mi' }, count: 3, more: false, nearestMiles: 31.4, exact: false };
    expect(foundText(en, 'mi', cell)).toBe('Up to 3 centers, nearest at least 31.4 mi');
    expect(foundText(en, 'mi', { ...cell, nearestMiles: 0 })).toBe('Up to 3 centers');
    expect(foundText(en, 'mi', { ...cell, count: 50, more: true }, true)).toBe(
      'About 50 centers in all, the next at least 31.4 mi',
    );
  });
  test('the smallest changes come first, and a radius that only repeats a count is left out', () => {
    const change = (one: Record<string, string | null>, count: number, more = false) => ({
      change: one,
      count,
      more,
      nearestMiles: 1,
    });
    const offered = worthOffering([
      change({ within: '10mi' }, 3),
      change({ within: '25mi' }, 3),
      change({ within: '50mi' }, 4),
      change({ within: '100mi' }, 50, true),
      change({ within: null }, 50, true),
      change({ level: null }, 9),
      change({ payer: null }, 3),
      change({ schedule: null }, 3),
      change({ organization: null }, 60),
    ]);
    expect(offered.map((one) => one.change)).toEqual([
      { within: '10mi' },
      { schedule: null },
      { within: '50mi' },
      { within: '100mi' },
    ]);
    expect(worthOffering([change({ organization: null }, 60)], { organization: ['one'] })).toEqual([]);
    expect(worthOffering([])).toEqual([]);
  });
});

describe('problems', () => {
  const told = (status: number, body: unknown, words = en) => problemWords(words, readProblem(status, body), 0);

  test('an ambiguous place asks back, with its candidates', () => {
    const body = {
      title: 'The request has a fault',
      errors: [{ pointer: '/near', message: '"Springfield" may be Springfield, MO or Springfield, IL' }],
      candidates: [{ label: 'Springfield, MO' }, 'Springfield, IL'],
    };
    const problem = readProblem(400, body);
    expect(problem.messages).toEqual(['"Springfield" may be Springfield, MO or Springfield, IL']);
    expect(problem.candidates).toEqual(['Springfield, MO', 'Springfield, IL']);
    expect(mayRetry(problem)).toBe(false);
    expect(told(400, body).heading).toBe('Which place do you mean?');
    expect(told(400, body, es).heading).toBe('¿Qué lugar quiere decir?');
  });
  test('a state that can be searched whole is named by its code, and told without a parameter', () => {
    const message = '"Arizona" is a state: search it with state=AZ, or name a city or a ZIP in it';
    const body = { title: 'The request has a fault', errors: [{ pointer: '/near', message }], state: 'AZ' };
    expect(readProblem(400, body).state).toBe('AZ');
    expect(told(400, body)).toEqual({
      heading: 'Arizona is a whole state',
      hint: expect.not.stringContaining('state='),
    });
  });
  test('a state without centers is a place like any other that is not found', () => {
    const message = '"Texas" is a state: name a city or a ZIP in it';
    const body = { errors: [{ pointer: '/near', message }] };
    expect(readProblem(400, body)).toMatchObject({ messages: [message], state: null });
    expect(told(400, body).heading).toBe('That place was not found');
  });
  test('every fault is kept', () => {
    const errors = [
      { pointer: '/payer/0', message: 'one' },
      { pointer: '/within', message: 'two' },
    ];
    expect(readProblem(400, { title: 'Bad', errors })).toMatchObject({
      messages: ['one', 'two'],
      fields: ['payer', 'within'],
    });
  });
  test.each([[0], [429], [500], [503]])('status %d can be retried', (status) => {
    expect(mayRetry(readProblem(status, null))).toBe(true);
  });
  test('a body that is no problem document still gives words, in both languages', () => {
    for (const body of [null, 'nonsense', [], { errors: 'none' }, { title: 7 }]) {
      expect(told(404, body).heading).toBe('We could not search with these words');
      expect(told(404, body, es).heading).toBe('No pudimos buscar con estas palabras');
    }
  });
  test('each kind has words of its own; 429 counts down', () => {
    expect(told(0, null).heading).toBe('No answer came back');
    expect(told(503, null).heading).toBe('The search is not answering just now');
    expect(problemWords(en, readProblem(429, null, 12), 12).hint).toBe('You can try again in 12 s.');
    expect(told(422, { type: 'https://x.example/problems/too-broad' }).heading).toContain('too broad');
  });
});
