/*
 * A second reader of published datasets, written from functions/dataset/FORMAT.md alone: it imports nothing of the code
 * that publishes and reads them. The dictionary and the lists by position are read from that page, so the page must be right.
 */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { dictionary } from './format-page.ts';

export interface Head {
  readonly format: number;
  readonly version: string;
  readonly centers: number;
  readonly summary: string;
  readonly roots: Readonly<Record<'where' | 'listing' | 'records' | 'names', string>>;
  readonly beneath?: string;
}

type Masks = readonly number[];
export type Profile = readonly [masks: Masks, insurers: readonly string[], languages: readonly string[]];

/** An entry's summary of a level. */
export interface Level {
  readonly offered: number;
  readonly unknown: number;
  readonly offerings: number;
  readonly keptToDui: number;
  readonly profiles: readonly Profile[];
}

export interface Entry {
  readonly hash: string;
  readonly isPage: boolean;
  readonly count: number;
  readonly firstKey: string;
  /** Null at the end of the tree. */
  readonly endKey: string | null;
  readonly box: readonly number[] | null;
  readonly states: readonly string[];
  readonly levels: readonly (Level | null)[];
  readonly organizations: number;
  readonly spots: readonly (readonly [number, number, readonly number[]])[] | null;
}

export interface Page {
  readonly hash: string;
  /** Packed centers or index rows, as in JSON; centers have every position of section 6. */
  readonly rows: readonly (readonly unknown[])[];
  readonly centers: boolean;
}

export interface IndexRow {
  readonly key: string;
  readonly target: string;
  readonly name: string | undefined;
}

type Json = { readonly [name: string]: unknown };

/** Opens an item. @throws if the body does not hash to its name */
export function textOf(hash: string, body: Uint8Array): string {
  const text = inflateRawSync(body, { dictionary });
  if (sha256(text).subarray(0, 16).toString('base64url') !== hash) throw new Error(`item ${hash} is damaged`);
  return text.toString('utf8');
}

export class SecondReader {
  readonly head: Head;
  readonly #bodyOf: (hash: string) => Promise<Uint8Array>;
  /** Items by hash, opened once: a lookup reads the nodes of the one before. */
  readonly #texts = new Map<string, string>();
  readonly #contents = new Map<string, Json>();
  readonly #pages = new Map<string, Page>();

  constructor(head: unknown, bodyOf: (hash: string) => Promise<Uint8Array>) {
    this.head = head as Head;
    if (this.head.format !== 11) throw new Error(`format ${this.head.format} is not 11`);
    this.#bodyOf = bodyOf;
  }

  /** The version computed from HEAD's hashes. */
  get version(): string {
    const { roots, summary, beneath = null } = this.head;
    const { where, listing, records, names } = roots;
    const text = JSON.stringify([11, { where, listing, records, names }, summary, beneath]);
    return sha256(Buffer.from(text)).toString('base64url').slice(0, 16);
  }

  async summary(): Promise<Json> {
    return (await this.#json(this.head.summary, 'summary')).summary as Json;
  }

  /**
   * The entries of a node.
   * @param endKey End of the node's range.
   */
  async entries(hash: string, endKey: string | null = null): Promise<Entry[]> {
    const { words, entries } = (await this.#json(hash, 'node')) as unknown as {
      readonly words: readonly string[];
      readonly entries: readonly (readonly unknown[])[];
    };
    return entries.map((entry, at) => entryOf(entry, words, (entries[at + 1]?.[3] as string | undefined) ?? endKey));
  }

  async page(hash: string): Promise<Page> {
    const page = this.#pages.get(hash) ?? (await this.#pageOf(hash));
    this.#pages.set(hash, page);
    return page;
  }

  async #pageOf(hash: string): Promise<Page> {
    const text = await this.#text(hash);
    if (!text.startsWith('{"kind":"centers"')) {
      const { rows } = (await this.#json(hash, 'pointers')) as unknown as Pick<Page, 'rows'>;
      return { hash, rows, centers: false };
    }
    const [first = '', ...lines] = text.split('\n');
    const { spots } = JSON.parse(first) as { readonly spots: readonly number[] };
    const rows = lines.map((line, at) => {
      const row = JSON.parse(line) as unknown[];
      row.splice(10, 0, spots[4 * at], spots[4 * at + 1]);
      row.splice(15, 0, spots[4 * at + 3]);
      return row;
    });
    return { hash, rows, centers: true };
  }

  /** The levels that centers offer, by a page's first line. */
  async offeredOn(hash: string): Promise<number[]> {
    const [first = ''] = (await this.#text(hash)).split('\n');
    return (JSON.parse(first) as { readonly spots: number[] }).spots.filter((_, at) => at % 4 === 2);
  }

  /** Every page of a tree from left to right. */
  async pages(root: string): Promise<Page[]> {
    if ((await this.#text(root)).startsWith('{"kind":"centers"')) return [await this.page(root)];
    const pages: Page[] = [];
    for (const entry of await this.entries(root))
      pages.push(...(entry.isPage ? [await this.page(entry.hash)] : await this.pages(entry.hash)));
    return pages;
  }

  /** Index rows with from <= key < to. */
  async rowsBetween(root: string, from: string, to: string, endKey: string | null = null): Promise<IndexRow[]> {
    const found: IndexRow[] = [];
    for (const entry of await this.entries(root, endKey)) {
      if (entry.firstKey >= to || (entry.endKey !== null && entry.endKey <= from)) continue;
      if (entry.isPage) found.push(...(await this.page(entry.hash)).rows.map(indexRowOf));
      else found.push(...(await this.rowsBetween(entry.hash, from, to, entry.endKey)));
    }
    return found.filter(({ key }) => key >= from && key < to);
  }

  /** A center by its key in `where`. */
  async centerAt(key: string): Promise<readonly unknown[] | null> {
    let hash = this.head.roots.where;
    for (;;) {
      const entry = (await this.entries(hash)).findLast(({ firstKey }) => firstKey <= key);
      if (entry === undefined) return null;
      if (entry.isPage)
        return (await this.page(entry.hash)).rows.find((row) => row[0] === key.slice(GEOHASH_LENGTH)) ?? null;
      hash = entry.hash;
    }
  }

  async centerById(id: string): Promise<readonly unknown[] | null> {
    const key = `n${numberOf('center', id)}\0${id}`;
    const [row] = await this.rowsBetween(this.head.roots.records, key, `${key}\0`);
    return row === undefined || row.name !== undefined ? null : this.centerAt(row.target);
  }

  /** Explains an id that names no center now; null if it is unknown. */
  async formerId(id: string): Promise<{ reason: string; since: string; now: string | null } | null> {
    const key = `n${numberOf('center', id)}\0${id}`;
    const [row] = await this.rowsBetween(this.head.roots.records, key, `${key}\0`);
    if (row?.name === undefined) return null;
    const [reason = '', since = '', now = null] = row.name.split(' ');
    return { reason, since, now };
  }

  /** The slug of an organization with a number, if there is one. */
  async organizationByNumber(slug: string): Promise<string | null> {
    const key = `n${numberOf('organization', slug)}\0${slug}`;
    return (await this.rowsBetween(this.head.roots.records, key, `${key}\0`))[0]?.target ?? null;
  }

  organization(slug: string): Promise<IndexRow[]> {
    return this.rowsBetween(this.head.roots.records, `o${slug}\0`, `o${slug}\u0001`);
  }

  word(word: string): Promise<IndexRow[]> {
    return this.rowsBetween(this.head.roots.names, `w${word}\0`, `w${word}\u0001`);
  }

  /** Known words with this beginning, and known words with this end. */
  async spelled(beginning: string, end: string): Promise<[beginning: string[], end: string[]]> {
    const { names } = this.head.roots;
    const [forward, backward] = [`s>\0${beginning}`, `s<\0${reversed(end)}`];
    return [
      (await this.rowsBetween(names, forward, `${forward}\uffff`)).map(({ target }) => target),
      (await this.rowsBetween(names, backward, `${backward}\uffff`)).map(({ target }) => reversed(target)),
    ];
  }

  async #text(hash: string): Promise<string> {
    const text = this.#texts.get(hash) ?? textOf(hash, await this.#bodyOf(hash));
    this.#texts.set(hash, text);
    return text;
  }

  async #json(hash: string, kind: string): Promise<Json> {
    const content = this.#contents.get(hash) ?? (JSON.parse(await this.#text(hash)) as Json);
    this.#contents.set(hash, content);
    if (content.kind !== kind) throw new Error(`item ${hash} is ${content.kind}, not ${kind}`);
    return content;
  }
}

export const GEOHASH_LENGTH = 12;

export function indexRowOf(row: readonly unknown[]): IndexRow {
  const [key = '', geohash = '', name] = row as readonly (string | undefined)[];
  return { key, target: geohash + key.slice(key.lastIndexOf('\0') + 1), name };
}

export const numberOf = (kind: 'center' | 'organization', id: string): string =>
  sha256(Buffer.from(`program-locator ${kind} ${id}`))
    .toString('hex')
    .slice(0, 15);

const SMALL_WORDS = 'the of and at for in a an'.split(' ');
const REGISTERED = 'inc llc dba corp co ltd pllc pc'.split(' ');
const PAIRS = [['saint', 'st'] as const, ['mount', 'mt'] as const, ['fort', 'ft'] as const];

/** The lines of a center's name text. */
export function nameTextOf(
  name: string,
  city: string,
  state: string,
  others: readonly string[],
): readonly [name: string, city: string, state: string, ...others: string[]] {
  const plain = (text: string): string => text.toLowerCase().replaceAll('\n', ' ');
  const further = new Set(others.map(plain));
  further.delete(plain(name));
  return [plain(name), plain(city), plain(state), ...further];
}

/** The words that a center is found by. */
export function wordsOf([name, city, , ...others]: ReturnType<typeof nameTextOf>): string[] {
  const initials = [name, ...others].flatMap((one) => {
    const words = splitAt(one).filter((word) => !REGISTERED.includes(word));
    const first = (list: readonly string[]) =>
      list
        .map((word) => [...word][0])
        .slice(0, 8)
        .join('');
    return [first(words), first(words.filter((word) => !SMALL_WORDS.includes(word)))].filter(
      ({ length }) => length > 2,
    );
  });
  return [...new Set([...plainWordsOf([name, ...others].join(' ')), ...initials, ...plainWordsOf(city)])];
}

function splitAt(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (run) => `${run.replace(/\./g, '')} `)
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function plainWordsOf(text: string): string[] {
  const words = new Set(splitAt(text).filter((word) => !SMALL_WORDS.includes(word) && !REGISTERED.includes(word)));
  for (const [full, short] of PAIRS) {
    const [hasFull, hasShort] = [words.has(full), words.has(short)];
    if (hasFull) words.add(short);
    if (hasShort) words.add(full);
  }
  return [...words];
}

export const reversed = (word: string): string => word.split('').reverse().join('');

function entryOf(packed: readonly unknown[], words: readonly string[], endKey: string | null): Entry {
  const [hash, isPage, count, firstKey, box, levels, last] = packed as unknown as readonly [
    string,
    0 | 1,
    number,
    string,
    readonly [number, number, number, number, string] | 0,
    readonly (readonly [number, number, PackedProfile[], number?, number?] | 0)[],
    unknown,
  ];
  return {
    hash,
    isPage: isPage === 1,
    count,
    firstKey,
    endKey,
    box: box === 0 ? null : (box.slice(0, 4) as number[]),
    states: box === 0 ? [] : (box[4].match(/../g) ?? []),
    levels: levels.map((level) => {
      if (level === 0) return null;
      const [offered, unknown, profiles, further = 0, keptToDui = 0] = level;
      return { offered, unknown, offerings: offered + further, keptToDui, profiles: profiles.map(profileIn(words)) };
    }),
    organizations: typeof last === 'number' ? last : 0,
    spots: Array.isArray(last) ? last : null,
  };
}

type PackedProfile = readonly [Masks, readonly number[], readonly number[]];

const profileIn =
  (words: readonly string[]) =>
  ([masks, insurers, languages]: PackedProfile): Profile => [
    masks,
    insurers.map((at) => words[at] ?? ''),
    languages.map((at) => words[at] ?? ''),
  ];

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
