import { levels } from '../../../functions/domain/level-of-care.ts';
import { listCell, termCell } from '../../../functions/records/columns/cells.ts';
import type { Cells } from '../../../functions/records/columns/columns.ts';
import { unescapeFormula } from '../../files/formulas.ts';
import { addressIn } from './address.ts';
import { plainText, type SheetCell, typedText } from './cell.ts';
import { type Target, takesDates, takesValues, takesYesNo, wholeAddress } from './target.ts';

/** The parts of a mapping that are needed to read cells. */
interface Mapping {
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly separator: string;
}

/** A column of the sheet and what it fills; null if it is ignored. */
export interface MappedColumn {
  readonly name: string;
  readonly target: Target | null;
}

/**
 * Turns one row of an operator's sheet into cells of our columns. Several columns of the sheet may fill one of ours.
 * @throws naming the column whose cell cannot be read.
 */
export function mappedCells(sheet: readonly MappedColumn[], cells: readonly SheetCell[], mapping: Mapping): Cells {
  const found = new Map<string, string[]>();
  const add = (column: string, ...texts: string[]): void => {
    const kept = found.get(column) ?? [];
    found.set(column, [...kept, ...texts.filter((text) => text !== '')]);
  };
  for (const [index, { name, target }] of sheet.entries()) {
    if (target === null) continue;
    const { column, value } = target;
    const isFlag = value !== null && column !== 'phones';
    const cell = cells[index] ?? '';
    const typed = typeof cell === 'string' && !takesDates.has(column) ? typedText(cell.trim()) : cell;
    const text = unescapeFormula(plainText(name, typed, isFlag || takesYesNo(column)));
    if (isFlag) {
      const said = saidOf(name, text);
      if (said === true) add(column, translated(column, value, mapping));
      // An empty cell does not say that the center lacks this level, so the level is unknown.
      else if (said === null && column === 'level') add('unknown_levels', translated(column, value, mapping));
    } else if (column === wholeAddress) {
      if (text === '') continue;
      for (const [part, words] of Object.entries(addressIn(name, text))) add(part, translated(part, words, mapping));
    } else if (column === 'level') add(column, ...levelsIn(text, mapping));
    else if (column === 'phones')
      add(column, ...valuesIn(column, text, mapping).map((phone) => phoneFor(phone, value)));
    else if (takesValues(column)) add(column, ...valuesIn(column, text, mapping));
    else add(column, translated(column, text, mapping));
  }
  const row: Record<string, string> = { ...mapping.constants };
  for (const [column, texts] of found) {
    if (texts.length === 0 && Object.hasOwn(row, column)) continue;
    if (takesValues(column)) row[column] = listCell.write([...new Set(texts)]);
    else row[column] = texts.join(', ');
  }
  return row;
}

const yes = /^(?:yes|y|true|x|1|✓|✔|☑|•|●)$/i;
const no = /^(?:no|n|false|0)$/i;
const unknown = /^(?:|\?|unknown|n\/a|-|–|—)$/i;

/** Reads a yes-or-no cell: true for yes, false for no, null if it is empty. */
function saidOf(name: string, text: string): boolean | null {
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  if (unknown.test(text)) return null;
  throw new Error(`${name}: "${text}" is not yes or no; leave it empty if nobody knows`);
}

function valuesIn(column: string, text: string, mapping: Mapping): string[] {
  const { separator } = mapping;
  const parts = separator === ';' ? listCell.read(text) : text.split(separator).map((part) => part.trim());
  return parts.map((part) => translated(column, part, mapping)).filter((part) => part !== '');
}

const levelCell = termCell(levels);

/**
 * Splits a cell of levels at the mapping's separator. If a part is then not a level, splits at the usual separators
 * instead, provided that all parts are then levels.
 */
function levelsIn(text: string, mapping: Mapping): string[] {
  if (isLevel(translated('level', text, mapping))) return [translated('level', text, mapping)];
  const parts = valuesIn('level', text, mapping);
  if (parts.every(isLevel)) return parts;
  const finer = text
    .split(/\s*(?:[;,/&+|\n]|\band\b)\s*/i)
    .map((part) => translated('level', part.trim(), mapping))
    .filter((part) => part !== '');
  return finer.every(isLevel) ? finer : parts;
}

function isLevel(text: string): boolean {
  try {
    levelCell.read(text);
    return true;
  } catch {
    return false;
  }
}

/** Adds to a phone number the purpose that its column has, unless the cell itself gives a purpose. */
function phoneFor(phone: string, purpose: string | null): string {
  return purpose === null || /^[a-z-]+\s*,/.test(phone) ? phone : `${purpose}, facility: ${phone}`;
}

function translated(column: string, text: string, { values }: Mapping): string {
  const known = new Map(Object.entries(values[column] ?? {}).map(([from, to]) => [from.toLowerCase(), to]));
  return known.get(text.toLowerCase()) ?? text;
}
