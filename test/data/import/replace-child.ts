import { replaceFolder } from '../../../data/files/replace-folder.ts';

/** Writes one generation after another into a folder, until it is killed. */
const [folder = '', from = '0'] = process.argv.slice(2);
for (let generation = Number(from); ; generation++) {
  const text = (): string => `${generation}\n`.repeat(20_000);
  await replaceFolder(folder, new Map(['AZ.json', 'CA.json', 'aliases.csv'].map((name) => [name, text])));
  process.stdout.write(`${generation}\n`);
}
