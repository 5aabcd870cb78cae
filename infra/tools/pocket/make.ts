import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import { encode85 } from '../../../web/pocket/base85.ts';
import { joinFiles } from '../../../web/pocket/files.ts';
import { pocketPage } from '../../../web/pocket/page.ts';
import type { Scripts } from './bundle.ts';
import type { Listings } from './listings.ts';

/** A pocket file, and the sizes of its parts in bytes. */
export interface Pocket {
  readonly html: string;
  readonly bytes: { readonly all: number; readonly listings: number; readonly program: number };
}

/**
 * Makes the text of the pocket file. The same listings and scripts give the same text.
 * @param site See `PocketParts`.
 */
export function makePocket(listings: Listings, scripts: Scripts, site: string | null): Pocket {
  const { asOf, centers, states } = listings;
  const { css, icon, loader } = scripts;
  const [program, files] = [pack(scripts.program), pack(joinFiles(listings.files))];
  const hashes = { css: hash(css), loader: hash(loader), program: hash(scripts.program) };
  const html = pocketPage({ asOf, centers, states, site, css, icon, loader, program, files, hashes });
  return { html, bytes: { all: Buffer.byteLength(html), listings: files.length, program: program.length } };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Position of the byte in which gzip stores the operating system that created a file; 255 means unknown. */
const [OS_BYTE, NO_OS] = [9, 255];

function pack(text: string): string {
  const bytes = gzipSync(text, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  bytes[OS_BYTE] = NO_OS;
  return encode85(bytes);
}
