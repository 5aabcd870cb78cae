import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { faultsOf, readJudgedTexts } from './judge.ts';

/**
 * `node test/query/judged.ts FILE…`: the share of the texts that are read acceptably, and the time of a reading.
 * `--wrong` also prints the misread texts, and why.
 */
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (files.length === 0) throw new Error('name a table of judged texts');
const isPrinting = process.argv.includes('--wrong');
const places = load();
const read = (text: string) => readQuery(text, { places, insurers: knownInsurers });

read('iop near pheonix az');
for (const file of files) {
  const times: number[] = [];
  const texts = readJudgedTexts(file);
  const misread = texts.flatMap((judged) => {
    const start = performance.now();
    const reading = read(judged.text);
    times.push(performance.now() - start);
    const faults = faultsOf(judged, reading, places);
    return faults.length === 0 ? [] : [`  ${judged.text}\n    ${faults.join('\n    ')}`];
  });
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  const right = texts.length - misread.length;
  console.log(
    `${file}: ${right} of ${texts.length} (${((100 * right) / texts.length).toFixed(1)} %), p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  if (isPrinting) console.log(misread.join('\n'));
}
