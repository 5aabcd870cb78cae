/**
 * Size limit in bytes for a download to a device. A larger dataset is only searched by the API. This is about the size
 * of a photo.
 */
export const MOST_BYTES = 600_000;
