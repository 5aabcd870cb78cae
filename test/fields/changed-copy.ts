import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TABLE = 'functions/domain/fields.ts';

/** The fields that each part of a copy knows, and the copy's answers, as probe.ts prints them. */
export interface Probed {
  readonly searched: Readonly<Record<string, readonly string[]>>;
  readonly listed: Readonly<Record<string, readonly string[]>>;
  readonly held: Readonly<Record<string, readonly string[]>>;
  readonly masks: readonly string[];
  /** Facts of an offering that was published before the change. */
  readonly earlier: Readonly<Record<string, unknown>>;
  /** All scripts of the website. */
  readonly page: string;
  readonly answers: readonly {
    readonly status: number;
    readonly results?: readonly unknown[];
    readonly query?: Readonly<Record<string, unknown>>;
    readonly errors?: readonly { readonly parameter: string; readonly message: string }[];
  }[];
}

/** A copy of the sources whose table of fields is changed. Other files that name a field stay as they are. */
export class ChangedCopy {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fields-'));

  constructor() {
    const sources = ['functions', 'infra', 'web', 'test/fields', 'data', 'package.json', 'tsconfig.json', 'cdk.json'];
    for (const source of sources) {
      cpSync(join(root, source), join(this.#folder, source), {
        recursive: true,
        filter: (path) => !path.includes(join('data', 'centers')),
      });
    }
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  /** Changes one file. Throws if the text stays the same. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.#folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`the edit of ${file} changed nothing`);
    writeFileSync(path, after);
  }

  create(file: string, text: string): void {
    writeFileSync(join(this.#folder, file), text, { flag: 'wx' });
  }

  deleteRow(name: string): void {
    this.edit(TABLE, (text) => text.replace(new RegExp(`^ {2}${name}: \\{\\n(?: {4}.*\\n)*? {2}\\},\\n`, 'm'), ''));
  }

  /** Adds a row below another row of the table. */
  addRow(row: string, below: string): void {
    this.edit(TABLE, (text) =>
      text.replace(new RegExp(`^ {2}${below}: \\{\\n(?: {4}.*\\n)*? {2}\\},\\n`, 'm'), (found) => `${found}${row}\n`),
    );
  }

  /** Changes every offering of the fictional examples. */
  editOfferings(change: (offering: Record<string, unknown>, index: number) => void): void {
    this.edit('data/examples.json', (text) => {
      const records = JSON.parse(text) as { readonly offerings: Record<string, unknown>[] }[];
      for (const [index, offering] of records.flatMap(({ offerings }) => offerings).entries()) change(offering, index);
      return JSON.stringify(records);
    });
  }

  /** Runs probe.ts in the copy. @param searches Query strings. */
  probe(...searches: readonly string[]): Probed {
    return JSON.parse(this.#run('test/fields/probe.ts', ...searches)) as Probed;
  }

  /**
   * Writes the generated types again, then returns the compiler's errors for the sources and the page. Empty if there
   * are none.
   */
  typeErrors(): string {
    this.#run('test/fields/regenerate.ts');
    this.edit('tsconfig.json', (text) => text.replace('"test", ', ''));
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    return [
      ['-p', '.'],
      ['--noEmit', '-p', 'web'],
    ]
      .map((options) => {
        try {
          return this.#run(compiler, ...options);
        } catch (error) {
          return String((error as { readonly stdout?: unknown }).stdout);
        }
      })
      .join('');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(file: string, ...options: readonly string[]): string {
    return execFileSync(process.execPath, [file, ...options], {
      cwd: this.#folder,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      env: { PATH: process.env.PATH },
    });
  }
}
