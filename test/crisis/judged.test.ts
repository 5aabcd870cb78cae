import { expect, test } from 'vitest';
import { heldOut, judge, readHeldOut, type Verdict } from './judge.ts';

const danger = ['overt', 'veiled', 'others', 'spanish', 'overdose'];

const sum = (verdicts: readonly (Verdict | undefined)[]) => ({
  right: verdicts.reduce((total, one) => total + (one?.right ?? 0), 0),
  of: verdicts.reduce((total, one) => total + (one?.of ?? 0), 0),
});

/**
 * Half of each older set was used for training, so their style is known; the others are entirely held out, and the
 * blind set is hard.
 */
const floors = {
  development: { heard: 0.95, left: 0.92 },
  own: { heard: 0.95, left: 0.92 },
  blind: { heard: 0.88, left: 0.74 },
  natural: { heard: 0.93, left: 0.92 },
};

test.each(heldOut)('of the held-out texts (%s) nearly all danger is heard, and little else', async (name) => {
  const texts = await readHeldOut(name);
  const verdicts = judge(texts);
  const wrong = JSON.stringify(
    [...verdicts].map(([kind, one]) => [kind, one.wrong]),
    null,
    2,
  );
  const heard = sum(danger.map((kind) => verdicts.get(kind)));
  const left = sum([...verdicts].filter(([kind]) => !danger.includes(kind)).map(([, one]) => one));
  expect(heard.of).toBeGreaterThan(130);
  expect(left.of).toBeGreaterThan(80);
  expect(heard.right / heard.of, wrong).toBeGreaterThanOrEqual(floors[name].heard);
  expect(left.right / left.of, wrong).toBeGreaterThanOrEqual(floors[name].left);
  // The limit for each kind is lower, because a kind only has 20 to 100 texts.
  for (const kind of danger) {
    const { right, of } = sum([verdicts.get(kind)]);
    expect(right / of, `${kind}: ${wrong}`).toBeGreaterThanOrEqual(0.8);
  }
});

test('no held-out text is among the lessons', async () => {
  const { readLessons } = await import('../../data/crisis/lessons.ts');
  const lessons = new Set((await readLessons()).map(({ text }) => text));
  for (const name of heldOut)
    expect((await readHeldOut(name)).filter(({ text }) => lessons.has(text)).map(({ text }) => text)).toEqual([]);
});
