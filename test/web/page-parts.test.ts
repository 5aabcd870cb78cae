import { describe, expect, test } from 'vitest';
import { changeText, foundText, worthOffering } from '../../web/alternatives.ts';
import { readProblem } from '../../web/api.ts';
import { splitFacts } from '../../web/facts.ts';
import { helpParts } from '../../web/help.ts';
import { readVocabulary, Vocabulary } from '../../web/vocabulary.ts';
import { offering } from './facts-about.ts';

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

describe('help lines', () => {
  const links = (line: string) => helpParts(line).flatMap(({ text, href }) => (href === null ? [] : [[text, href]]));

  test('every number and site can be tapped, and no word is lost', () => {
    const crisis = 'Call or text 988 or chat 988lifeline.org';
    expect(links(crisis)).toEqual([
      ['988', 'tel:988'],
      ['988lifeline.org', 'https://988lifeline.org/chat/'],
    ]);
    expect(
      helpParts(crisis)
        .map(({ text }) => text)
        .join(''),
    ).toBe(crisis);
  });
  test('letters become the digits of a keypad', () => {
    expect(links('1-800-662-HELP (4357)')).toEqual([['1-800-662-HELP (4357)', 'tel:+18006624357']]);
    expect(links('911')).toEqual([['911', 'tel:911']]);
  });
});

describe('facts of a center', () => {
  test('what all offerings share is told once, what was asked for comes first', () => {
    const women = offering({ payers: ['private', 'medicaid'], populations: ['women'] });
    const men = offering({ payers: ['medicaid', 'private'], populations: ['men'] });
    const { common, own } = splitFacts([women, men], { payer: ['medicaid'] }, vocabulary);
    expect(common).toEqual([
      {
        title: 'Ways to pay',
        values: [
          { label: 'Medicaid', asked: true },
          { label: 'Private insurance', asked: false },
        ],
      },
    ]);
    expect(own.map((facts) => facts.map(({ values }) => values.map(({ label }) => label)))).toEqual([
      [['Women']],
      [['Men']],
    ]);
  });
  test('a list that names nothing is left out: unknown is not "no"', () => {
    expect(splitFacts([offering()], {}, vocabulary)).toEqual({ common: [], own: [[]] });
  });
});

describe('what would help', () => {
  test('each change in words', () => {
    const asked = { payer: ['medicaid'], level: ['iop'] };
    expect(changeText({ within: '50mi' }, asked, vocabulary)).toBe('Within 50 miles');
    expect(changeText({ within: null }, asked, vocabulary)).toBe('Any distance');
    expect(changeText({ level: null }, asked, vocabulary)).toBe('Any kind of program');
    expect(changeText({ payer: null }, asked, vocabulary)).toBe('Without “Medicaid”');
  });
  test('what it would find', () => {
    expect(foundText({ change: {}, count: 1, more: false, nearestMiles: 31.4 })).toBe('1 center, nearest 31.4 mi');
    expect(foundText({ change: {}, count: 50, more: true, nearestMiles: null })).toBe('At least 50 centers');
    const radius = { change: { within: '50mi' }, count: 7, more: false, nearestMiles: 31.4 };
    expect(foundText(radius, true)).toBe('7 centers in all, the next 31.4 mi');
  });
  test('what was counted for a whole cell is told as no more than that', () => {
    const cell = { change: { within: '50mi' }, count: 3, more: false, nearestMiles: 31.4, exact: false };
    expect(foundText(cell)).toBe('Up to 3 centers, nearest at least 31.4 mi');
    expect(foundText({ ...cell, nearestMiles: 0 })).toBe('Up to 3 centers');
    expect(foundText({ ...cell, count: 50, more: true }, true)).toBe(
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
      { payer: null },
    ]);
    expect(worthOffering([])).toEqual([]);
  });
});

describe('problems', () => {
  test('an ambiguous place asks back, with its candidates', () => {
    const problem = readProblem(400, {
      title: 'The request has a fault',
      errors: [{ pointer: '/near', message: '"Springfield" may be Springfield, MO or Springfield, IL' }],
      candidates: [{ label: 'Springfield, MO' }, 'Springfield, IL'],
    });
    expect(problem.message).toBe('Which place do you mean?');
    expect(problem.messages).toEqual(['"Springfield" may be Springfield, MO or Springfield, IL']);
    expect(problem.candidates).toEqual(['Springfield, MO', 'Springfield, IL']);
    expect(problem.retryable).toBe(false);
  });
  test('a state that can be searched whole is named by its code', () => {
    const message = '"Arizona" is a state: search it with state=AZ, or name a city or a ZIP in it';
    const problem = readProblem(400, {
      title: 'The request has a fault',
      errors: [{ pointer: '/near', message }],
      state: 'AZ',
    });
    expect(problem).toMatchObject({ message: 'That is a whole state', state: 'AZ', retryable: false });
    expect(problem.messages.join()).not.toContain('state=');
  });
  test('a state without centers is a place like any other that is not found', () => {
    const message = '"Texas" is a state: name a city or a ZIP in it';
    expect(readProblem(400, { errors: [{ pointer: '/near', message }] })).toMatchObject({
      message: 'That place was not found',
      messages: [message],
      state: null,
    });
  });
  test('every fault is told', () => {
    const errors = [
      { pointer: '/payer/0', message: 'one' },
      { pointer: '/within', message: 'two' },
    ];
    expect(readProblem(400, { title: 'Bad', errors })).toMatchObject({ message: 'Bad', messages: ['one', 'two'] });
  });
  test.each([[0], [429], [500], [503]])('status %d can be retried', (status) => {
    expect(readProblem(status, null).retryable).toBe(true);
  });
  test('a body that is no problem document still gives words', () => {
    for (const body of [null, 'nonsense', [], { errors: 'none' }, { title: 7 }]) {
      expect(readProblem(404, body).message).toBe('The search could not be read');
    }
  });
});
