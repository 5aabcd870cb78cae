import { type CenterRecord, recordSchema } from '../../../functions/domain/record.ts';
import { type Cells, columns } from '../../../functions/records/columns/columns.ts';
import { explain } from '../../../functions/records/explain.ts';
import { plain } from '../../../functions/records/plain.ts';
import { valueAt } from '../../../functions/records/raw.ts';
import { addressKey } from '../../../functions/records/street.ts';
import { centerIds, type IdParts } from '../ids.ts';
import type { ZipPoint } from '../samhsa/coordinates.ts';
import { dropNumbers, hasPhone, type Raw, readOfferings } from './raw-row.ts';

/** A row of a sheet, in our columns. `where` is its position, which is for messages only. */
export interface SheetRow {
  readonly where: string;
  readonly cells: Cells;
}

export interface RefusedRow {
  readonly where: string;
  readonly reasons: readonly string[];
}

/**
 * Reasons are kept for at most this many refused rows. Otherwise a file of a million such rows would fill the memory.
 */
const mostKept = 1000;

/** The result of all rows. Every row adds a center, adds an offering to a center from another row, or is refused. */
export interface Collected {
  readonly rows: number;
  /** The imported centers, sorted by id. */
  readonly records: readonly CenterRecord[];
  readonly merged: number;
  /** Total number of refused rows. */
  readonly refused: number;
  /** The first refused rows, with their reasons. */
  readonly refusals: readonly RefusedRow[];
  /** Rows in which a phone number was left out because it cannot exist; they have another number. */
  readonly dropped: readonly RefusedRow[];
}

/**
 * The rows of one center until all rows are read. They are kept as JSON text, which needs a third of the memory of
 * objects.
 */
interface CenterRows {
  readonly ownId: string | null;
  readonly centerText: string;
  readonly idParts: IdParts;
  readonly rows: { readonly where: string; readonly offeringTexts: readonly string[] }[];
}

interface KeptRow {
  readonly where: string;
  /** The row's offerings: several if its level is a list, none if the row has no offering. */
  readonly offerings: readonly Raw[];
}

/** Collects rows one at a time, and turns them into records at the end. Keeps only what the records need. */
export class Collector {
  readonly #zipPoint: ZipPoint;
  readonly #drafts = new Map<string, CenterRows>();
  readonly #refusals: RefusedRow[] = [];
  readonly #dropped: RefusedRow[] = [];
  #refused = 0;
  #rows = 0;

  /** @param zipPoint Returns the point of a ZIP, for a center whose row gives no point. */
  constructor(zipPoint: ZipPoint) {
    this.#zipPoint = zipPoint;
  }

  get rows(): number {
    return this.#rows;
  }

  refuse(where: string, ...reasons: string[]): void {
    this.#rows++;
    this.#keepRefusal({ where, reasons });
  }

  #keepRefusal(row: RefusedRow): void {
    this.#refused++;
    if (this.#refusals.length < mostKept) this.#refusals.push(row);
  }

  add({ where, cells }: SheetRow): void {
    const { center, offerings, fields, reasons } = readOfferings(cells, this.#zipPoint);
    const phones = reasons.length > 0 ? [] : dropNumbers(center, fields);
    if (phones.length > 0 && !hasPhone(center)) reasons.push(...phones.map((reason) => `phones: ${reason}`));
    if (reasons.length > 0) {
      this.refuse(where, ...reasons);
      return;
    }
    this.#rows++;
    if (phones.length > 0 && this.#dropped.length < mostKept) this.#dropped.push({ where, reasons: phones });
    const { id } = center;
    const [name, street, zip] = [['name'], ['address', 'street'], ['address', 'zip']].map((path) =>
      valueAt(center, path),
    );
    const key = typeof id === 'string' ? id : [name, street, zip].map((part) => plain(String(part))).join('|');
    const centerText = JSON.stringify([center, fields]);
    const offeringTexts = offerings.map((offering) => JSON.stringify(offering));
    const draft = this.#drafts.get(key);
    if (draft === undefined) {
      const place = addressKey({ street1: firstLine(street), street2: '', zip: String(zip) }) ?? `${street}|${zip}`;
      const city = String(valueAt(center, ['address', 'city']));
      const idParts = { name: String(name), city, place, further: key };
      const ownId = typeof id === 'string' ? id : null;
      this.#drafts.set(key, { ownId, centerText, idParts, rows: [{ where, offeringTexts }] });
    } else if (draft.centerText === centerText) draft.rows.push({ where, offeringTexts });
    else {
      const first = draft.rows[0]?.where ?? 'an earlier row';
      this.#keepRefusal({
        where,
        reasons: [`contradicts ${first} about the center: ${differing(draft, center)}`],
      });
    }
  }

  /** Makes the records. @throws if two centers cannot be told apart. */
  finish(): Collected {
    const drafts = [...this.#drafts.values()];
    const unnamed = drafts.filter(({ ownId }) => ownId === null);
    const ids = centerIds(unnamed.map(({ idParts }) => idParts));
    const made = new Map(unnamed.map((draft, index) => [draft, ids[index] ?? '']));
    const records: CenterRecord[] = [];
    let merged = 0;
    for (const draft of drafts) {
      const { record, refused } = settle(draft, draft.ownId ?? made.get(draft) ?? '');
      if (record !== null) records.push(record);
      if (record !== null) merged += draft.rows.length - refused.length - 1;
      for (const row of refused) this.#keepRefusal(row);
    }
    this.#drafts.clear();
    records.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
    return {
      rows: this.#rows,
      records,
      merged,
      refused: this.#refused,
      refusals: this.#refusals,
      dropped: this.#dropped,
    };
  }
}

/**
 * Assigns ids to a center's rows and validates them. Refuses the rows whose offering breaks the schema, or every row if
 * the center does.
 */
function settle(draft: CenterRows, id: string): { record: CenterRecord | null; refused: RefusedRow[] } {
  const [center, fields] = parts(draft);
  const rows = draft.rows.map(({ where, offeringTexts }): KeptRow => {
    return { where, offerings: offeringTexts.map((text) => JSON.parse(text) as Raw) };
  });
  const refused: RefusedRow[] = [];
  const used = new Set(rows.flatMap(({ offerings }) => offerings.map((offering) => offering.id)));
  let kept = rows;
  for (;;) {
    const offerings = kept.flatMap((row) => row.offerings.map((offering) => withId(offering, id, used)));
    const raw = { center: { ...center, id }, offerings, ...(fields === null ? {} : { private: fields }) };
    const result = recordSchema.safeParse(raw);
    if (result.success) return { record: result.data, refused };
    const reasons = result.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      const offering = path[0] === 'offerings' && typeof path[1] === 'number' ? path[1] : null;
      const name = nameOf(offering === null ? path : path.slice(2), path[0] === 'private');
      return { offering, text: `${name}: ${explain(issue, valueAt(raw, path))}` };
    });
    const offered = kept.flatMap((row) => row.offerings.map(() => row));
    const wrong = new Set(reasons.map(({ offering }) => (offering === null ? undefined : offered[offering])));
    if (wrong.has(undefined)) {
      const texts = reasons.filter(({ offering }) => offering === null).map(({ text }) => text);
      return { record: null, refused: [...refused, ...kept.map(({ where }) => ({ where, reasons: texts }))] };
    }
    for (const row of wrong) {
      const texts = reasons.filter(({ offering }) => offering !== null && offered[offering] === row);
      if (row !== undefined) refused.push({ where: row.where, reasons: texts.map(({ text }) => text) });
    }
    kept = kept.filter((row) => !wrong.has(row));
    if (kept.length === 0) return { record: null, refused };
  }
}

function withId(offering: Raw, centerId: string, used: Set<unknown>): Raw {
  if (offering.id !== null) return offering;
  const base = `${centerId}-${offering.level}`;
  let id = base;
  for (let count = 2; used.has(id); count++) id = `${base}-${count}`;
  used.add(id);
  // Stores the offering's id, so that a second validation of the center gives the offering the same id.
  offering.id = id;
  return offering;
}

/** Finds the column of the sheet that fills this path of a record. */
function nameOf(path: readonly (string | number)[], isPrivate: boolean): string {
  const inner = path[0] === 'center' || path[0] === 'private' ? path.slice(1) : path;
  const of = isPrivate ? 'private' : path[0] === 'center' ? 'center' : 'offering';
  const matches = columns.filter(
    (column) => column.of === of && column.path.every((part, index) => index >= inner.length || part === inner[index]),
  );
  return matches[0]?.name ?? inner.join('.');
}

function parts({ centerText }: CenterRows): readonly [Raw, Raw | null] {
  return JSON.parse(centerText) as [Raw, Raw | null];
}

function differing(draft: CenterRows, center: Raw): string {
  const [before] = parts(draft);
  const names = columns
    .filter(({ of }) => of === 'center')
    .filter(({ path }) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(center, path)))
    .map(({ name }) => name);
  return names.join(', ') || 'what only the admissions team sees';
}

function firstLine(street: unknown): string {
  return String(street).split(', ')[0] ?? '';
}
