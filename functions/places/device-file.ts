import { hash as sha256 } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { stateCodes } from '../domain/state.ts';
import { namesElsewhere } from './elsewhere.ts';
import { readTable } from './load.ts';
import { placesText } from './places-text.ts';
import { rowsOfStates, rowsOfTable } from './table-rows.ts';

/** The file of places in served states that a device downloads. */
export interface DeviceFile {
  readonly text: string;
  /** Hash of the text. */
  readonly hash: string;
  /** Download size in bytes, after brotli compression. */
  readonly bytes: number;
}

/** CloudFront does not document its brotli level; servers commonly use 5. */
const BROTLI_LEVEL = 5;

let made: DeviceFile | undefined;

/** Returns the file. It is created once per container, on the first call, which takes about a tenth of a second. */
export function deviceFile(): DeviceFile {
  made ??= makeDeviceFile();
  return made;
}

function makeDeviceFile(): DeviceFile {
  const [all, states] = [rowsOfTable(readTable()), new Set<string>(stateCodes)];
  const served = rowsOfStates(all, states);
  const text = placesText(served, namesElsewhere(all, served.names, states));
  const hash = sha256('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
  const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } });
  return { text, hash, bytes: length };
}
