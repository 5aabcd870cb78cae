import { centerPageText, centerText } from '../../dataset/center-page.ts';
import { type IndexRow, packIndexRow } from '../../dataset/index-row.ts';
import {
  idKeyOf,
  KEY_SEPARATOR,
  listingKey,
  nameInListingKey,
  organizationKey,
  whereBits,
  whereKey,
} from '../../dataset/keys.ts';
import { packCenter } from '../../dataset/packed-center.ts';
import { spellingsOf } from '../../dataset/words.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { heldRows, type KeyedRows, madeIndexRows, sortedPositions } from './keyed-rows.ts';
import { NameWords } from './name-words.ts';
import { RowTexts } from './row-texts.ts';
import { DatasetCounts } from './summarize-dataset.ts';

/** Who runs centers, and the first of them by id: the one whose spelling of the name counts. */
interface Run {
  center: number;
  name: string;
}

/**
 * The centers of a dataset while it is built: packed rows as text, and keys. From these each index is made in turn, so a
 * record is not needed any more once it was added. Centers are numbered as they come.
 */
export class PackedDataset {
  readonly counts = new DatasetCounts();
  readonly #rows = new RowTexts();
  readonly #ids: string[] = [];
  readonly #whereKeys: string[] = [];
  readonly #listingKeys: string[] = [];
  readonly #organizationKeys: string[] = [];
  readonly #organizations = new Map<string, Run>();
  readonly #names = new NameWords();

  get count(): number {
    return this.#ids.length;
  }

  add(record: CenterRecord): void {
    const { id, name, alternateNames, organization } = record.center;
    const first = this.#organizations.get(organization.slug);
    if (first === undefined || id < this.#at(this.#ids, first.center)) {
      this.#organizations.set(organization.slug, { center: this.count, name: organization.name });
    }
    this.#rows.push(centerText(packCenter(record)));
    this.#ids.push(id);
    this.#whereKeys.push(whereKey(record));
    this.#listingKeys.push(listingKey(record));
    this.#organizationKeys.push(organizationKey(record));
    this.#names.add([name, organization.name, ...alternateNames].join(' '));
    this.counts.add(record);
  }

  /** @throws RangeError naming a center that is there twice. */
  refuseTwins(): void {
    if (new Set(this.#ids).size === this.count) return;
    const seen = new Set<string>();
    for (const id of this.#ids) {
      if (seen.has(id)) throw new RangeError(`center "${id}" is there twice`);
      seen.add(id);
    }
  }

  /** Centers by geohash. */
  where(): KeyedRows {
    return this.#centersBy(this.#whereKeys, whereBits);
  }

  /** Centers by state, city and name. */
  listing(): KeyedRows {
    return this.#centersBy(this.#listingKeys, (key) => key);
  }

  /** Index rows to centers, and organizations, by their numbers. */
  byNumber(): KeyedRows {
    const slugs = [...this.#organizations.keys()];
    const keys = [
      ...this.#ids.map((id) => idKeyOf('center', id)),
      ...slugs.map((slug) => idKeyOf('organization', slug)),
    ];
    const targetOf = (number: number): string =>
      number < this.count ? this.#at(this.#whereKeys, number) : this.#at(slugs, number - this.count);
    return indexRowsBy(keys, (key, number) => [key, targetOf(number)]);
  }

  /** Index rows to centers by organization; the first of each tells the name, as that center spells it. */
  byOrganization(): KeyedRows {
    const names = new Map([...this.#organizations.values()].map(({ center, name }) => [center, name]));
    return indexRowsBy(this.#organizationKeys, (key, center) => {
      const name = names.get(center);
      const pointer = [key, this.#at(this.#whereKeys, center)] as const;
      return name === undefined ? pointer : [...pointer, name];
    });
  }

  /** Index rows to centers by each word of their names. */
  byWord(): KeyedRows {
    const pairs = this.#names.sortedBy(sortedPositions(this.#ids));
    const keyAt = (position: number): string => {
      const [word, center] = pairs.at(position);
      return word + KEY_SEPARATOR + this.#at(this.#ids, center);
    };
    return madeIndexRows(pairs.count, keyAt, (position) => {
      const [, center] = pairs.at(position);
      const name = nameInListingKey(this.#at(this.#listingKeys, center));
      return packIndexRow([keyAt(position), this.#at(this.#whereKeys, center), name]);
    });
  }

  /** Known words by their spellings with a letter left out. */
  spellings(): KeyedRows {
    const [keys, words]: [string[], string[]] = [[], []];
    for (const word of this.#names.words()) {
      for (const spelling of spellingsOf(word)) {
        keys.push(spelling + KEY_SEPARATOR + word);
        words.push(word);
      }
    }
    return indexRowsBy(keys, (key, number) => [key, this.#at(words, number)]);
  }

  #centersBy(keys: readonly string[], bitsOf: KeyedRows['bitsOf']): KeyedRows {
    const order = sortedPositions(keys);
    const keyAt = (position: number): string => this.#at(keys, order[position]);
    return heldRows({ count: this.count, keyAt, bitsOf }, centerPageText, (position) =>
      this.#rows.at(order[position] ?? -1),
    );
  }

  #at(list: readonly string[], number: number | undefined): string {
    const value = number === undefined ? undefined : list[number];
    if (value === undefined) throw new RangeError(`there is no number ${number} among ${list.length}`);
    return value;
  }
}

/** Index rows in the order of their keys. */
function indexRowsBy(keys: readonly string[], pointerOf: (key: string, number: number) => IndexRow): KeyedRows {
  const order = sortedPositions(keys);
  const keyAt = (position: number): string => keys[order[position] ?? -1] ?? '';
  return madeIndexRows(keys.length, keyAt, (position) =>
    packIndexRow(pointerOf(keyAt(position), order[position] ?? -1)),
  );
}
