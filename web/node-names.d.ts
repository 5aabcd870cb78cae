/**
 * The names of Node's that files of functions/ mention beside code that the browser runs too. Nothing in a bundle uses
 * them: test/device/chromium.test.ts runs the search where they do not exist.
 */
interface Buffer extends Uint8Array {
  indexOf(text: string): number;
  subarray(start?: number, end?: number): Buffer;
}

declare const Buffer: {
  from(text: string, encoding?: 'base64'): Buffer;
  concat(list: readonly Buffer[]): Buffer;
  byteLength(text: string): number;
};
