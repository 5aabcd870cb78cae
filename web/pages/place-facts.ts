import { limitText, listedOn, sureText } from '../locator/parts/telling.ts';
import type { Result } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';

const tagsOf = (words: Words, { offerings }: Result): string[] =>
  [...new Set(offerings.map(({ level }) => level))].map((level) => words.levels.tag[level] ?? level);

const anyOf = ({ offerings }: Result, holds: (offering: Result['offerings'][number]) => boolean): boolean =>
  offerings.some(holds);

const pays = (result: Result, payer: string): boolean => anyOf(result, ({ payers }) => payers.includes(payer));
const speaks = (result: Result, language: string): boolean =>
  anyOf(result, ({ languages }) => languages.includes(language));
const accepts = (result: Result, age: string): boolean => anyOf(result, ({ ages }) => (ages ?? []).includes(age));

/** The kinds of programs that a center lists. On a page about all kinds, they tell its centers apart. */
export function kindsText(words: Words, result: Result): string {
  return tagsOf(words, result).join(', ');
}

/**
 * A description of a center in one line, for search engines and shared links: programs, town, certainty, and phone
 * number.
 */
export function shortText(words: Words, result: Result): string {
  const { center, offerings } = result;
  const [offering] = offerings;
  const parts = [
    offering === undefined ? words.card.noLevel : kindsText(words, result),
    `${center.address.city}, ${center.address.state}`,
    offering === undefined ? null : sureText(words, offering.confirmation, listedOn(center)),
    center.phones[0]?.display ?? null,
  ];
  return parts.filter((text) => text !== null).join(' · ');
}

/**
 * On a page about one kind of program, the two facts about a center that decide a call: who is served, payment, or
 * language.
 */
export function twoFacts(words: Words, pages: PagesWords, result: Result): string {
  const { facts: w } = pages.place;
  const limit = limitText(words, result.offerings);
  return [
    limit,
    pays(result, 'medicaid') ? w.medicaid : pays(result, 'private') ? w.private : null,
    speaks(result, 'es') ? w.spanish : null,
    pays(result, 'free') ? w.free : null,
    pays(result, 'sliding-scale') ? w.sliding : null,
    anyOf(result, ({ modalities }) => modalities.includes('telehealth')) ? w.telehealth : null,
  ]
    .filter((text) => text !== null)
    .slice(0, 2)
    .join(' · ');
}

/** For a few facts, how many centers name them. Leaves out facts that no center names. */
export function factCounts(pages: PagesWords, results: readonly Result[]): { count: number; label: string }[] {
  const { counts: w } = pages.place;
  const count = (holds: (result: Result) => boolean) => results.filter(holds).length;
  return [
    { count: count((one) => pays(one, 'medicaid')), label: w.medicaid },
    { count: count((one) => speaks(one, 'es')), label: w.spanish },
    { count: count((one) => accepts(one, 'adolescents')), label: w.teens },
    { count: count((one) => anyOf(one, ({ confirmation }) => confirmation.state === 'confirmed')), label: w.confirmed },
  ].filter((one) => one.count > 0);
}

/** Says from which month, or between which months, the listings are. Null if that is unknown. */
export function listedText(words: Words, pages: PagesWords, results: readonly Result[]): string | null {
  const days = results.flatMap(({ center }) => listedOn(center) ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : pages.place.listed(words.month(first), words.month(last));
}
