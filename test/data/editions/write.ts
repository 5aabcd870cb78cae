/*
 * Writes two editions made from real listings, with rows dropped, renamed, moved, split and merged, to try the review
 * of a yearly update: node test/data/editions/write.ts <folder> [seed] [years] writes <folder>/before and
 * <folder>/after (an import on `before`), and prints what happened.
 */
import { settle, settledLines, writeSettled } from '../../../data/import/context.ts';
import { Decisions } from '../../../data/match/review.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { World } from './world.ts';

const [folder, seed = '18', years = '1'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node test/data/editions/write.ts <folder> [seed] [years]');
const world = new World(await loadRecords('data/centers'), Number(seed));
// Advances a year first, so that some centers have split and can merge.
world.nextYear();
const context = { decisions: new Decisions() };
let previous = settle(world.edition().records, [], { previous: null, ...context });
await writeSettled(`${folder}/before`, previous);
for (let year = 0; year < Number(years); year += 1) {
  const edition = world.nextYear();
  const counts = new Map<string, number>();
  for (const happening of edition.happened.values()) counts.set(happening, (counts.get(happening) ?? 0) + 1);
  console.log(`${edition.asOf}: ${[...counts].map(([happening, count]) => `${happening} ${count}`).join(', ')}`);
  previous = settle(edition.records, [], {
    previous: {
      records: previous.records,
      aliases: previous.kept?.aliases ?? [],
      remembered: previous.kept?.remembered ?? [],
    },
    ...context,
  });
  for (const line of settledLines(previous)) console.log(line);
}
await writeSettled(`${folder}/after`, previous);
