import { type ClosedField, closedFields } from '../domain/fields.ts';
import { insurerLabel } from '../domain/payer.ts';
import { spanishLabel, spanishSynonyms } from '../domain/spanish.ts';
import { isState } from '../domain/state.ts';
import { vocabularyOf } from '../domain/vocabularies.ts';
import { postalStates } from '../places/postal-states.ts';
import { sayings } from './sayings/index.ts';
import { insurerSayings } from './sayings/insurers.ts';
import { type Meaning, meaningsOf, type Saying } from './sayings/saying.ts';
import { spanishSayings } from './sayings/spanish.ts';
import { spanishForms } from './spanish-forms.ts';
import { tokenize } from './tokenize.ts';

/** A known word or phrase and its meanings. */
export interface Entry {
  readonly meanings: readonly Meaning[];
  /** True if the words of the phrase are reported as not understood. */
  readonly unread: boolean;
  /** True if no misspelling is corrected to a word of the phrase (`ordinary` in sayings/saying.ts). */
  readonly ordinary?: boolean;
  /** True if only the hyphenated form has this meaning. */
  readonly hyphened?: boolean;
  /** True if the phrase is narrower than the value: an insurer that no listing names is read as `private`. */
  readonly widened: boolean;
}

/** True if two words have the same meaning. It then does not matter which of them a misspelled word is closer to. */
export function areAlike(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const sense = ({ meanings }: Entry) => meanings.map(({ field, value }) => `${field}:${value}`).join();
  return one === other || sense(one) === sense(other);
}

export interface Lexicon {
  /**
   * Finds a phrase. It is given in the form in which its words are compared, joined by spaces. English entries take
   * precedence over Spanish ones.
   */
  find(phrase: string): Entry | undefined;
  findIn(language: Language, phrase: string): Entry | undefined;
  hasWord(word: string): boolean;
  /**
   * True if any phrase contains the word. Unlike `hasWord`, this includes phrases whose words are ordinary (`ordinary`
   * in sayings/saying.ts).
   */
  isSpelledSo(word: string): boolean;
  /** True if a phrase in the language contains the word. */
  isWordOf(language: Language, word: string): boolean;
  /** Words that are long enough to be recognized when misspelled. */
  readonly longWords: ReadonlySet<string>;
  /** Greatest number of words in a phrase. */
  readonly longestPhrase: number;
}

export type Language = 'english' | 'spanish';

const SHORTEST_MISSPELLED = 5;
const SHORTEST_JOINED = 8;

class Phrases implements Lexicon {
  readonly longWords = new Set<string>();
  longestPhrase = 1;
  readonly #ordinary = new Set<string>();
  readonly #words = { english: new Set<string>(), spanish: new Set<string>() };
  readonly #entries = { english: new Map<string, Entry>(), spanish: new Map<string, Entry>() };
  readonly #base: Phrases | null;

  /** @param base Another lexicon, in which phrases are looked up that this one does not have. */
  constructor(base: Phrases | null) {
    this.#base = base;
    if (base === null) return;
    this.longestPhrase = base.longestPhrase;
    this.longWords = new Set(base.longWords);
  }

  find(phrase: string): Entry | undefined {
    return this.findIn('english', phrase) ?? this.findIn('spanish', phrase);
  }

  findIn(language: Language, phrase: string): Entry | undefined {
    return this.#entries[language].get(phrase) ?? this.#base?.findIn(language, phrase);
  }

  hasWord(word: string): boolean {
    return this.isWordOf('english', word) || this.isWordOf('spanish', word);
  }

  isSpelledSo(word: string): boolean {
    return this.hasWord(word) || this.#ordinary.has(word) || this.#base?.isSpelledSo(word) === true;
  }

  isWordOf(language: Language, word: string): boolean {
    return this.#words[language].has(word) || this.#base?.isWordOf(language, word) === true;
  }

  /** Adds a phrase if it is not in the lexicon yet, so earlier entries take precedence. */
  add(phrase: string, entry: Entry, language: Language = 'english'): void {
    const entries = this.#entries[language];
    const words = tokenize(phrase).map(({ word }) => word);
    const isOrdinary = entry.ordinary === true && words.length > 1;
    for (const word of words) {
      if (isOrdinary) {
        this.#ordinary.add(word);
        continue;
      }
      this.#words[language].add(word);
      if (entry.ordinary !== true && word.length >= SHORTEST_MISSPELLED) this.longWords.add(word);
    }
    if (words.length === 0 || entries.has(words.join(' '))) return;
    entries.set(words.join(' '), entry);
    this.longestPhrase = Math.max(this.longestPhrase, words.length);
    // A long phrase is also recognized when typed as one word: "soberliving", "dualdiagnosis".
    const joined = words.join('');
    if (!isOrdinary && words.length > 1 && joined.length >= SHORTEST_JOINED && !entries.has(joined)) {
      entries.set(joined, entry);
      this.#words[language].add(joined);
    }
  }

  addSpanish(phrase: string, entry: Entry): void {
    for (const form of spanishForms(phrase)) this.add(form, entry, 'spanish');
  }
}

const plainly = (field: Meaning['field'], value: string, widened = false): Entry => ({
  meanings: [{ field, value, yieldsTo: null }],
  unread: false,
  widened,
});

function addVocabulary(phrases: Phrases, field: ClosedField): void {
  const { codes, terms } = vocabularyOf(field);
  for (const code of codes) {
    const { label = code, synonyms = [] } = terms[code] ?? {};
    const outside = label.replace(/\s*\([^)]*\)\s*/g, ' ');
    const inside = /\(([^)]*)\)/.exec(label)?.[1] ?? '';
    // A single word in brackets is left out: it is an abbreviation or adjective, and a synonym if people use it alone.
    const bracketed = inside.includes(' ') ? [inside] : [];
    const entry = plainly(field, code);
    for (const phrase of [label, ...synonyms, outside, ...bracketed]) phrases.add(phrase, entry);
    const spanish = spanishLabel(field, code) ?? '';
    for (const phrase of [...spanishSynonyms(field, code), spanish, spanish.replace(/\s*\([^)]*\)\s*/g, ' ')]) {
      phrases.addSpanish(phrase, entry);
    }
  }
}

const phrasesOf = (said: string) => said.split(',').map((phrase) => phrase.trim());

function entryOf(saying: Saying): Entry | null {
  const meanings = meaningsOf(saying);
  // All fields of this saying were removed from the table of fields.
  if (meanings.length === 0 && (saying.means ?? saying.implies) !== undefined) return null;
  return {
    meanings,
    unread: saying.unread === true,
    ordinary: saying.ordinary === true,
    hyphened: saying.hyphened === true,
    widened: saying.widened === true,
  };
}

const base = (() => {
  const phrases = new Phrases(null);
  for (const saying of sayings) {
    const entry = entryOf(saying);
    if (entry !== null) for (const phrase of phrasesOf(saying.said)) phrases.add(phrase, entry);
  }
  for (const saying of spanishSayings) {
    const entry = entryOf(saying);
    if (entry !== null) for (const phrase of phrasesOf(saying.said)) phrases.addSpanish(phrase, entry);
  }
  for (const field of closedFields) addVocabulary(phrases, field);
  for (const [code, name] of postalStates) {
    const ofCode = isState(code) ? [`${code} state`] : [];
    for (const phrase of [name, `${name} state`, `state of ${name}`, ...ofCode])
      phrases.add(phrase, plainly('state', code));
  }
  for (const [said, code] of [
    ['calif', 'CA'],
    ['cali', 'CA'],
    ['socal', 'CA'],
    ['norcal', 'CA'],
    ['so cal', 'CA'],
    ['nor cal', 'CA'],
    ['ariz', 'AZ'],
    ['colo', 'CO'],
    ['okla', 'OK'],
    ['jersey', 'NJ'],
  ] as const) {
    phrases.add(said, plainly('state', code));
  }
  return phrases;
})();

function withInsurers(insurers: readonly string[]): Lexicon {
  const phrases = new Phrases(base);
  for (const slug of insurers) {
    for (const phrase of [slug, insurerLabel(slug), ...phrasesOf(insurerSayings.get(slug) ?? '')]) {
      phrases.add(phrase, plainly('payer', slug));
    }
  }
  // Somebody who names an insurer that no center lists still has private insurance.
  for (const said of insurerSayings.values()) {
    for (const phrase of phrasesOf(said)) {
      // "United" is too common a word: it is an insurer only if the dataset names it.
      if (phrase !== 'united') phrases.add(phrase, plainly('payer', 'private', true));
    }
  }
  return phrases;
}

const made = new WeakMap<readonly string[], Lexicon>();
const madeByText = new Map<string, Lexicon>();
const MOST_KEPT = 8;

/**
 * The lexicon that knows these insurers. Cached by the list itself, which must not change afterwards. Equal lists share
 * one lexicon, so a new version of the data rarely builds another.
 */
export function lexiconFor(insurers: readonly string[]): Lexicon {
  const known = made.get(insurers);
  if (known !== undefined) return known;
  const text = insurers.join();
  const lexicon = madeByText.get(text) ?? withInsurers(insurers);
  if (madeByText.size >= MOST_KEPT) madeByText.clear();
  madeByText.set(text, lexicon);
  made.set(insurers, lexicon);
  return lexicon;
}
