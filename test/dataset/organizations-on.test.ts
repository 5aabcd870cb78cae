import { expect, it } from 'vitest';
import type { IndexRow } from '../../functions/dataset/index-row.ts';
import { keysOfOrganization, organizationsOn } from '../../functions/dataset/lookup/organizations.ts';

/** Operators of one to four centers; two slugs begin alike. */
const sizes = { ash: 1, 'ash-grove': 4, birch: 3, cedar: 1 };
const rows = Object.entries(sizes).flatMap(([slug, size]) =>
  Array.from({ length: size }, (_, at): IndexRow => {
    return [`${keysOfOrganization(slug).from}${at}`, `where-${slug}-${at}`, `Name of ${slug}`];
  }),
);
/** The shortest beginning of a key that sorts after the key before it, which an index keeps of a page. */
function firstKeyOf(at: number): string {
  const [key = '', before = ''] = [rows[at]?.[0], rows[at - 1]?.[0]];
  return Array.from(key, (_, length) => key.slice(0, length + 1)).find((part) => part > before) ?? key;
}

it('an operator is on the page where its centers begin, and on no other, wherever pages are cut', () => {
  const named = Object.keys(sizes).map((slug) => ({ slug, name: `Name of ${slug}` }));
  for (let one = 1; one < rows.length; one += 1)
    for (let other = one + 1; other <= rows.length; other += 1) {
      const pages = [
        [0, one],
        [one, other],
        [other, rows.length],
      ] as const;
      const found = pages.flatMap(([from, to]) =>
        organizationsOn(rows.slice(from, to), from === 0 ? '' : from < rows.length ? firstKeyOf(from) : ''),
      );
      expect(found, `${one} ${other}`).toEqual(named);
    }
});
