import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceLocator } from '../../functions/device/device-locator.ts';
import { KeptAnswers } from '../../functions/device/kept-answers.ts';
import { KnownWords } from '../../functions/device/known-words.ts';
import { nearest, sharedLetters } from '../../functions/search/names/repairs.ts';
import { NOW, records, serveRecords } from '../support/real-records.ts';
import { downloaded } from './files.ts';

const { handler } = await serveRecords();
const files = await downloaded(handler);
const fresh = () => deviceLocator(files, () => NOW);

const word = fc.stringMatching(/^[abcé]{1,9}$/);
const counts = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 9 })), { selector: ([text]) => text });

test('words of a beginning, and their rows, are those that a plain scan finds', () => {
  fc.assert(
    fc.property(counts, fc.stringMatching(/^[abcé]{0,4}$/), (all, start) => {
      const known = new KnownWords(new Map(all));
      const begun = all.filter(([text]) => text.startsWith(start));
      expect([...known.beginning(start)].sort()).toEqual(begun.map(([text]) => text).sort());
      expect(known.rowsBeginning(start)).toBe(begun.reduce((sum, [, count]) => sum + count, 0));
    }),
  );
});

test('a misspelled word finds the same words among those that share its letters as among all', () => {
  fc.assert(
    fc.property(counts, fc.stringMatching(/^[abcé]{4,9}$/), (all, typed) => {
      const known = new KnownWords(new Map(all));
      const sharing = known.sharing(typed, sharedLetters(typed));
      expect(nearest(typed, sharing)).toEqual(
        nearest(
          typed,
          all.map(([text]) => text),
        ),
      );
    }),
  );
});

test('answers are kept until others push them out; an error is not kept', () => {
  const kept = new KeptAnswers<number | undefined>(2);
  let computed = 0;
  const ask = (key: string) => kept.get(key, () => (key === 'nothing' ? undefined : ++computed));
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual([1, 2, 1, 3, 1, 4]);
  expect([ask('nothing'), ask('nothing')]).toEqual([undefined, undefined]);
  const fails = () => {
    throw new Error('no');
  };
  expect(() => kept.get('d', fails)).toThrow('no');
  expect(kept.get('d', () => 5)).toBe(5);
});

test('texts typed key by key on one locator are answered as on a new one', { timeout: 240_000 }, () => {
  const typing = fresh();
  const body = (q: string) => ({ q, include: 'unknown', limit: 50 });
  const answer = (locator: typeof typing, q: string): unknown => {
    try {
      return locator.search(body(q));
    } catch (error) {
      return (error as { readonly problem?: unknown }).problem ?? error;
    }
  };
  const texts = [
    'php lantern bridge phoenix',
    'crossroads phoenix iop',
    'detox near hope tucson',
    'i want to die 85004',
  ];
  for (const text of texts)
    for (let length = 1; length <= text.length; length += 1) {
      const typed = text.slice(0, length);
      const [kept, own] = [answer(typing, typed), answer(typing, typed)];
      expect(own).toEqual(kept);
      if (length % 4 === 0 || length === text.length) expect([typed, kept]).toEqual([typed, answer(fresh(), typed)]);
    }
});

test('as many centers are counted for a name as a search by the name finds', () => {
  const locator = fresh();
  const names = records.flatMap(({ center: { name } }) => [name, name.slice(0, 6), name.replace(/[aeiou]/, '')]);
  for (const name of [...names, ' ', 'zzzz', 'az', '…'].filter((one) => one.trim() !== '')) {
    let found = 0;
    try {
      found = locator.search({ name, limit: 50 }).results.length;
    } catch (error) {
      if (!(error instanceof Error && 'problem' in error)) throw error;
    }
    expect([name, Math.min(50, locator.countNamed(name))]).toEqual([name, found]);
  }
});
