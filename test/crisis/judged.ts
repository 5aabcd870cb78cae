import { readLessons } from '../../data/crisis/lessons.ts';
import { heldOut, judge, readHeldOut } from './judge.ts';

/**
 * `node test/crisis/judged.ts`: for each kind of text, how many are read as a careful reader judged them. The lessons
 * were used to learn the weights; the held-out halves were not. `--wrong` also prints the misread texts.
 */
const sets = [
  ['lessons', await readLessons()],
  ...(await Promise.all(heldOut.map(async (name) => [`held out: ${name}`, await readHeldOut(name)] as const))),
] as const;
for (const [name, texts] of sets) {
  console.log(name);
  for (const [kind, { right, of, wrong }] of judge(texts)) {
    console.log(`  ${kind.padEnd(18)} ${right} of ${of} (${((100 * right) / of).toFixed(1)} %)`);
    if (process.argv.includes('--wrong')) for (const text of wrong) console.log(`    ${text}`);
  }
}
