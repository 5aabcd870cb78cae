import { describe, expect, it } from 'vitest';
import { learn } from '../../data/crisis/learn.ts';
import { readLessons } from '../../data/crisis/lessons.ts';
import { weightsOf } from '../../data/crisis/weights.ts';
import { BIAS, WEIGHTS } from '../../functions/crisis/weights.ts';

it('the weights are those that the texts teach (else: npm run crisis)', async () => {
  expect(weightsOf(await readLessons())).toEqual({ bias: BIAS, packed: WEIGHTS });
});

describe('learning', () => {
  const options = { rounds: 50, rate: 0.5, decay: 0.01, least: 0 };
  const lessons = [
    { signs: ['bad', 'both'], isDanger: true, weight: 1 },
    { signs: ['bad'], isDanger: true, weight: 1 },
    { signs: ['good', 'both'], isDanger: false, weight: 1 },
    { signs: ['good'], isDanger: false, weight: 1 },
  ];

  it('weighs a sign by the texts that have it, and one of both by nothing', () => {
    const { weights } = learn(lessons, options);
    expect(weights.get('bad')).toBeGreaterThan(1);
    expect(weights.get('good')).toBeLessThan(-1);
    expect(Math.abs(weights.get('both') ?? 9)).toBeLessThan(0.3);
  });

  it('leaves at 0 what too few texts ask for', () => {
    const { weights } = learn(lessons, { ...options, least: 0.6 });
    expect(weights.get('both')).toBe(0);
    expect(weights.get('bad')).toBeGreaterThan(0);
  });

  it('is the same each time', () => {
    expect(learn(lessons, options)).toEqual(learn(lessons, options));
  });
});
