import { decode85 } from './base85.ts';

/** Ids of the elements that contain the compressed program and listings. */
export const packedIds = { program: 'packed-program', files: 'packed-files' } as const;

/**
 * Decodes and unzips the text in an element (gzip in Base85), and empties the element, because the text is needed only
 * once.
 * @throws RangeError or TypeError if the text is damaged: gzip has a checksum
 */
export async function unpack(id: string): Promise<string> {
  const element = document.getElementById(id);
  const bytes = decode85(element?.textContent ?? '');
  element?.replaceChildren();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/**
 * Shows in both languages that the page does not work, and whom to call. Both, because the language switch does not
 * work either.
 */
export function fail(error: unknown): void {
  console.error(error);
  const { dataset } = document.documentElement;
  dataset.failed = '';
  delete dataset.script;
}
