import { decode85 } from './base85.ts';

/** Ids of the elements that hold the program and the listings. */
export const packedIds = { program: 'packed-program', files: 'packed-files' } as const;

/**
 * The text in an element, which is gzip in base85. The element is emptied: its text is needed once.
 * @throws RangeError or TypeError if it is damaged: gzip has a checksum
 */
export async function unpack(id: string): Promise<string> {
  const element = document.getElementById(id);
  const bytes = decode85(element?.textContent ?? '');
  element?.replaceChildren();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** The page says that it does not work, and whom to call, in both languages: nothing is left that could switch them. */
export function fail(error: unknown): void {
  console.error(error);
  const { dataset } = document.documentElement;
  dataset.failed = '';
  delete dataset.script;
}
