/** Most characters in a slug. */
export const MOST_SLUG = 120;
/** Lower-case words of letters and digits joined by single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const isSlug = (text: string): boolean => text.length <= MOST_SLUG && SLUG.test(text);
