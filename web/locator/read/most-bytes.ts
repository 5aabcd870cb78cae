/** A larger dataset is not downloaded; only the API searches it. This is about the size of a photo. */
export const MOST_BYTES = 600_000;
