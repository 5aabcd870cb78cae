import { nameTermsOf, nameTextOf, searchedWordsOf } from '../../functions/dataset/name-text.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { lookedUp, readingsOf, type WordFacts } from '../../functions/search/names/readings.ts';
import { cutsOf, FORM_QUALITY, likeliest, nearest, otherForms } from '../../functions/search/names/repairs.ts';
import { leastFound, scoreKey, scoreOf } from '../../functions/search/names/score.ts';

/**
 * Scans by name: scores every center, with no index and no bound. Returns centers in the order of a search by name
 * alone.
 */
export function plainlyNamed(records: readonly CenterRecord[], text: string): CenterRecord[] {
  const all = records.map((record) => ({ record, terms: nameTermsOf(nameTextOf(record.center)) }));
  const rows = all.flatMap(({ terms }) => searchedWordsOf(terms));
  const count = (isMeant: (word: string) => boolean): number => rows.filter(isMeant).length;
  const whole = (word: string): number => count((one) => one === word);
  const { words, joined } = lookedUp(text);
  const facts = new Map<string, WordFacts>();
  const countsOf = (word: string) => ({ whole: whole(word), begun: count((one) => one.startsWith(word)) });
  for (const one of joined) facts.set(one.text, { ...countsOf(one.text), alike: [], splits: [] });
  for (const word of words) {
    const counts = countsOf(word);
    const slips = counts.begun === 0 ? nearest(word, rows) : [];
    const forms = otherForms(word).map((form) => ({ word: form, quality: FORM_QUALITY }));
    const alike = [...forms, ...slips]
      .map((one) => ({ ...one, count: whole(one.word) }))
      .filter((one) => one.count > 0);
    const cuts = counts.begun === 0 ? cutsOf(word, (part) => rows.includes(part)) : [];
    const splits = likeliest(cuts.map((parts) => parts.map((part) => ({ text: part, count: whole(part) }))));
    facts.set(word, { ...counts, alike, splits });
  }
  const readings = readingsOf(text, facts, records.length);
  const scored = all.map(({ record, terms }) => ({ record, score: scoreOf(terms, readings) }));
  const least = leastFound(Math.max(0, ...scored.map(({ score }) => score)));
  const keyOf = ({ record: { center }, score }: (typeof scored)[number]): string =>
    scoreKey(score, `${center.name.toLowerCase()}\u0000${center.id}`);
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ record }) => record);
}
