/** Simplifies a text for comparison: lower case, only letters and digits, single spaces. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
