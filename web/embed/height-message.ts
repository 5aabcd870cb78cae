/** Messages between the framed finder and the page around it: a height, and a request for the height. */
export const askHeight = 'program-locator-height?';

export interface HeightMessage {
  readonly programLocatorHeight: number;
}

export const heightMessage = (height: number): HeightMessage => ({ programLocatorHeight: Math.ceil(height) });

/** Smallest and greatest height of a framed finder, in CSS pixels. */
const smallest = 120;
const tallest = 30_000;

/** Reads the height in CSS pixels from a message. Null for any other message. */
export function readHeight(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const { programLocatorHeight: height } = data as Partial<HeightMessage>;
  return Number.isInteger(height) && Number(height) >= smallest && Number(height) <= tallest ? Number(height) : null;
}
