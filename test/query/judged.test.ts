import { expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { faultsOf, readJudgedTexts } from './judge.ts';

const places = load();

// Texts of every kind (level, payer, who, when, condition, how; slips, sentences, negations), judged before the reader
// saw them.
it.each(['english', 'spanish'] as const)('96 %% of the judged texts in %s are read acceptably', (language) => {
  const texts = readJudgedTexts(new URL(`sets/${language}.tsv`, import.meta.url));
  const wrong = texts.flatMap((judged) => {
    const faults = faultsOf(judged, readQuery(judged.text, { places, insurers: knownInsurers }), places);
    return faults.length === 0 ? [] : [`${judged.text}: ${faults.join('; ')}`];
  });
  expect(1 - wrong.length / texts.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.96);
});
