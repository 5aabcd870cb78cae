import { readFile } from 'node:fs/promises';

/** A row of README's table "Measured". */
export interface Measured {
  readonly claim: string;
  readonly value: string;
  readonly command: string;
}

/** Reads the table. @throws Error where a row has no command */
export async function measuredRows(): Promise<readonly Measured[]> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## Measured$(.*?)^## /ms.exec(readme) ?? [];
  const rows = section.split('\n').filter((line) => /^\| [^|]/.test(line));
  return rows.map((line) => {
    const [, claim, value, command] = /^\| (.+?) \| (.+?) \| `(.+)` \|$/.exec(line) ?? [];
    if (claim === undefined || value === undefined || command === undefined)
      throw new Error(`A row of README's table "Measured" has no command: ${line}`);
    return { claim, value, command };
  });
}
