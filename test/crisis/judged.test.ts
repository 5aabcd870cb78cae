import { expect, test } from 'vitest';
import { heldOut, judge, readHeldOut, type Verdict } from './judge.ts';

const danger = ['overt', 'veiled', 'others', 'spanish', 'overdose'];

const sum = (verdicts: readonly (Verdict | undefined)[]) => ({
  right: verdicts.reduce((total, one) => total + (one?.right ?? 0), 0),
  of: verdicts.reduce((total, one) => total + (one?.of ?? 0), 0),
});

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
  expect(heard.of).toBeGreaterThan(140);
  expect(left.of).toBeGreaterThan(85);
  expect(heard.right / heard.of, wrong).toBeGreaterThanOrEqual(0.95);
  expect(left.right / left.of, wrong).toBeGreaterThanOrEqual(0.92);
  // In each kind, of which there are only 27 to 50 texts.
  for (const kind of danger) {
    const { right, of } = sum([verdicts.get(kind)]);
    expect(right / of, `${kind}: ${wrong}`).toBeGreaterThanOrEqual(0.8);
  }
});

test('no held-out text is among the lessons', async () => {
  const { readLessons } = await import('../../data/crisis/texts.ts');
  const lessons = new Set((await readLessons()).map(({ text }) => text));
  for (const name of heldOut)
    expect((await readHeldOut(name)).filter(({ text }) => lessons.has(text)).map(({ text }) => text)).toEqual([]);
});
