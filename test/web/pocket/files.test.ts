import { expect, test } from 'vitest';
import { readPart } from '../../../functions/dataset/device/part-text.ts';
import { fetchFrom, joinFiles, splitFiles } from '../../../web/pocket/files.ts';
import { downloaded } from '../../device/files.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const { dataset, parts, places } = await downloaded(handler);
const paths = dataset.parts.map(({ url }) => new URL(url).pathname);
const files = new Map([
  ['/v1/dataset', JSON.stringify(dataset)],
  ['/v1/dataset/places/x', places],
  ...parts.map((text, at) => [paths[at] ?? '', text] as const),
]);

test('files come back to the letter, parts too', () => {
  const split = splitFiles(joinFiles(files));
  expect(split.size).toBe(parts.length + 2);
  for (const [path, text] of files) expect(split.get(path) === text, path).toBe(true);
});

test('a part with columns that this version does not know keeps them', () => {
  const more = parts.map((text) => {
    const part = JSON.parse(text);
    return JSON.stringify({ ...part, columns: [...part.columns, part.columns[0].map(() => ['new'])] });
  });
  const split = splitFiles(joinFiles(new Map(more.map((text, at) => [paths[at] ?? '', text]))));
  expect([...split.values()]).toEqual(more);
  expect(readPart(more[0] ?? '').rows.length).toBeGreaterThan(0);
});

test('no files, and files that are no parts, come back', () => {
  expect(splitFiles(joinFiles(new Map())).size).toBe(0);
  const others = new Map([
    ['/a', ''],
    ['/b', 'é\n{"x":1}'],
  ]);
  expect([...splitFiles(joinFiles(others))]).toEqual([...others]);
});

test('a text that was cut off, or is longer than it says, is refused', () => {
  const joined = joinFiles(files);
  for (const wrong of [joined.slice(0, -1), joined.slice(0, 400), `${joined}x`, ''])
    expect(() => splitFiles(wrong)).toThrow();
});

test('answers what is in the files, and fails for anything else as without a network', async () => {
  const send = fetchFrom(files);
  expect(await (await send('/v1/dataset')).json()).toEqual(dataset);
  for (const path of ['/v1/centers/search', 'https://example.org/v1/dataset', '/v1/dataset?x=1'])
    await expect(send(path)).rejects.toThrow(TypeError);
});
