import { displayPhone, type Phone, phoneInWords } from '../../domain/contact.ts';
import { nearestWord } from '../../domain/nearest-word.ts';
import type { Source } from '../../domain/source.ts';
import type { Vocabulary } from '../../domain/vocabulary.ts';
import { parsePhone } from './phone.ts';

/** Converts a value to the text of a cell and back. `read` throws an Error that says what would be right. */
export interface CellType<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Value;
}

/**
 * Several values in one cell: `cbt; dbt`. A backslash comes before a semicolon or backslash that is part of a value.
 */
export const listCell: CellType<readonly string[]> = {
  write: (values) => values.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; '),
  read: (text) =>
    [...text.matchAll(/(?:[^\\;]|\\[\s\S]|\\$)+/g)]
      .map(([part]) => part.replace(/\\([\s\S])/g, '$1').trim())
      .filter((part) => part !== ''),
};

export const numberCell: CellType<number> = {
  write: String,
  read(text) {
    if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) throw new Error(`"${text}" is not a number`);
    return Number(text);
  },
};

/** A range such as `3 to 5`, because spreadsheets turn `3-5` into a day in March; one number if both are the same. */
export const rangeCell: CellType<readonly [number, number]> = {
  write: ([least, most]) => (least === most ? String(least) : `${least} to ${most}`),
  read(text) {
    const [, least = '', most = least] = /^(\d+(?:\.\d+)?)(?:\s*(?:to|–)\s*(\d+(?:\.\d+)?))?$/i.exec(text) ?? [];
    if (least === '') throw new Error(`"${text}" is not a number or a range such as "3 to 5"`);
    return [numberCell.read(least), numberCell.read(most)];
  },
};

const booleans: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    yes: true,
    true: true,
    y: true,
    no: false,
    false: false,
    n: false,
  }),
);

export const booleanCell: CellType<boolean> = {
  write: (value) => (value ? 'yes' : 'no'),
  read(text) {
    const value = booleans.get(text.toLowerCase());
    if (value === undefined) throw new Error(`"${text}" is not yes or no`);
    return value;
  },
};

/** A phone: `main, facility: (602) 555-0100 ext. 12`. A number without purpose is the facility's main one. */
export const phoneCell: CellType<Phone> = {
  write: phoneInWords,
  read(text) {
    const [, purpose = 'main', answeredBy = 'facility', number = text] =
      /^\s*([a-z-]+)\s*,\s*([a-z-]+)\s*:\s*(.+)$/.exec(text) ?? [];
    // The cast is safe: the schema checks the purpose and who answers later.
    return { ...lineCell.read(number), purpose, answeredBy } as Phone;
  },
};

/** A phone number with its extension, and nothing else about the phone. */
export const lineCell: CellType<Pick<Phone, 'number' | 'extension'>> = {
  write: displayPhone,
  read(text) {
    const line = parsePhone(text);
    if (line === null) throw new Error(`"${text}" is not a United States number such as "(602) 555-0100 ext. 12"`);
    return line;
  },
};

/** `SAMHSA National Directory @ 2023-04-01`: the source of the facts, and the day on which they were true. */
export const sourceCell: CellType<Source> = {
  write: ({ name, asOf }) => `${name} @ ${asOf}`,
  read(text) {
    const [, name, asOf] = /^(.+?)\s*@\s*(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    if (name === undefined || asOf === undefined) {
      throw new Error(`"${text}" is not a source with its day, such as "Our own list @ 2026-11-01"`);
    }
    return { name, asOf };
  },
};

/** A code of the ASAM criteria with its edition: `2.1 (edition 3)`. Codes are texts, never numbers. */
export const asamCell: CellType<{ readonly code: string; readonly edition: '3' | '4' }> = {
  write: ({ code, edition }) => `${code} (edition ${edition})`,
  read(text) {
    const [, code, edition] = /^(.+?)\s*\(edition ([34])\)$/.exec(text) ?? [];
    if (code === undefined) throw new Error(`"${text}" is not a code with its edition, such as "2.1 (edition 3)"`);
    return { code, edition: edition === '4' ? '4' : '3' };
  },
};

/** A value of a closed list: its code, its label, or a word that people use for it. */
export function termCell<Code extends string>({ codes, terms }: Vocabulary<Code>): CellType<Code> {
  const known = new Map<string, Code>();
  for (const code of codes) {
    for (const word of [code, terms[code].label, ...terms[code].synonyms]) {
      if (!known.has(word.toLowerCase())) known.set(word.toLowerCase(), code);
    }
  }
  return {
    write: (code) => code,
    read(text) {
      const code = known.get(text.toLowerCase());
      if (code !== undefined) return code;
      const guess = nearestWord(text, [...known.keys()]);
      const meant = guess === null ? '' : `; did you mean "${known.get(guess)}"?`;
      throw new Error(`"${text}" is not one of ${codes.join(', ')}${meant}`);
    },
  };
}

/** A cell with several values of one type. */
export function listOfCells<Value>(type: CellType<Value>): CellType<readonly Value[]> {
  return {
    write: (values) => listCell.write(values.map(type.write)),
    read: (text) => listCell.read(text).map(type.read),
  };
}

/** A cell that may be empty, which means unknown (null). */
export function orNull<Value>(type: CellType<Value>): CellType<Value | null> {
  return {
    write: (value) => (value === null ? '' : type.write(value)),
    read: (text) => (text.trim() === '' ? null : type.read(text.trim())),
  };
}

/** A cell that may be empty, which means the default value. */
export function orElse<Value>(type: CellType<Value>, otherwise: Value): CellType<Value> {
  return { write: type.write, read: (text) => (text.trim() === '' ? otherwise : type.read(text.trim())) };
}

export const textCell: CellType<string> = { write: (text) => text, read: (text) => text };
