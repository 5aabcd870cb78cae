/** A larger dataset is searched by the API alone: this much is what a photo takes. */
export const MOST_BYTES = 600_000;
