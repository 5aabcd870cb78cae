import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Mutant, mutants, mutated, parseList } from './list.ts';
import { testsOf } from './rooms.ts';

const text = `# A room.

An idea
functions/a.ts
- one - two
+ one + two
? test/a.test.ts test/b

Another
functions/b.ts
- \`x\`
+
`;

it('a list is read as it is written', () => {
  expect(parseList(text, 'some')).toEqual([
    {
      idea: 'An idea',
      file: 'functions/a.ts',
      from: 'one - two',
      to: 'one + two',
      tests: ['test/a.test.ts', 'test/b'],
    },
    { idea: 'Another', file: 'functions/b.ts', from: '`x`', to: '', tests: [] },
  ]);
});

it.each(['An idea\na.ts\n- x', 'An idea\na.ts\n- x\n- y\n+ z', 'An idea\na.ts\n- x\nmore\n+ z'])(
  '%j is no mutant',
  (wrong) => {
    expect(() => parseList(wrong, 'some')).toThrow('"An idea" needs a file');
  },
);

it('a mutant fits where its text stands exactly once', () => {
  const mutant: Mutant = { idea: 'An idea', file: 'a.ts', from: 'a', to: '$&', tests: [] };
  expect(mutated(mutant, 'xay')).toBe('x$&y');
  for (const other of ['xy', 'aa']) expect(() => mutated(mutant, other)).toThrow(/times, not once/);
});

it('every list can be read, names each mutant once, and knows its tests', () => {
  const all = mutants();
  expect(new Set(all.map(({ file, from, to }) => `${file}\n${from}\n${to}`)).size).toBe(all.length);
  for (const { file } of all) expect(testsOf(file).length).toBeGreaterThan(0);
});

it('every mutant fits the code of today, so that a list does not grow old unnoticed', () => {
  const misfits = mutants().flatMap((mutant) => {
    try {
      mutated(mutant, readFileSync(mutant.file, 'utf8'));
      return mutant.tests.filter((path) => !existsSync(path)).map((path) => `${mutant.idea}: there is no ${path}`);
    } catch (error) {
      return [String(error)];
    }
  });
  expect(misfits).toEqual([]);
});
