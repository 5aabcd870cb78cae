import { readFileSync } from 'node:fs';
import { judge, type Verdict } from './judge.ts';

/**
 * Judges a set of typed places: `node test/places/judged.ts FILE [--by q]`. The file is TSV, `text` and `expected`
 * (`Phoenix, AZ`, `Pima County, AZ`, a ZIP, a postal code, or `ask: A | B`). Each text is read as `near`, or as `q`.
 * Prints the misses and the share that is right, or asked back with the right candidate first.
 */
const [path, ...options] = process.argv.slice(2);
if (path === undefined) {
  console.error('node test/places/judged.ts FILE [--by q]');
  process.exit(2);
}
const by = options.includes('q') ? 'q' : 'near';
const rows = readFileSync(path, 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split('\t'))
  .filter(([text, expected]) => text !== 'text' && expected !== undefined);

const counts: Record<Verdict, number> = { right: 0, asked: 0, 'asked otherwise': 0, wrong: 0, refused: 0 };
for (const [text = '', expected = ''] of rows) {
  const { verdict, got } = judge(text, expected, by);
  counts[verdict] += 1;
  if (verdict !== 'right' && verdict !== 'asked') console.log(`${verdict}: "${text}" → ${got} (${expected})`);
}
const good = counts.right + counts.asked;
const shares = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
console.log(
  `by ${by}: ${good} of ${rows.length} good (${((100 * good) / rows.length).toFixed(1)} %): ${shares.join(', ')}`,
);
