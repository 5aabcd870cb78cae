import { describe, expect, it } from 'vitest';
import { learn } from '../../data/crisis/learn.ts';
import { readLessons } from '../../data/crisis/texts.ts';
import { weightsOf } from '../../data/crisis/weights.ts';
import { BIAS, WEIGHTS } from '../../functions/crisis/weights.ts';

it('the weights are those that the texts teach (else: npm run crisis)', async () => {
  expect(weightsOf(await readLessons())).toEqual({ bias: BIAS, packed: WEIGHTS });
});

describe('learning', () => {
  const options = { rounds: 50, decay: 0.01, rate: 0.5 };
  const lessons = [
    { signs: ['*', 'bad', 'both'], isDanger: true },
    { signs: ['*', 'bad'], isDanger: true },
    { signs: ['*', 'good', 'both'], isDanger: false },
    { signs: ['*', 'good'], isDanger: false },
  ];

  it('weighs a sign by the texts that have it, and one of both by nothing', () => {
    const weights = learn(lessons, options);
    expect(weights.get('bad')).toBeGreaterThan(1);
    expect(weights.get('good')).toBeLessThan(-1);
    expect(Math.abs(weights.get('both') ?? 9)).toBeLessThan(0.3);
  });

  it('is the same each time', () => {
    expect(learn(lessons, options)).toEqual(learn(lessons, options));
  });
});
