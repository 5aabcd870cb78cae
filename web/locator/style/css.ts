/**
 * CSS text in the finder's own unit: `15u` is 15 px at the usual text size of 16 px, and grows with it. See
 * `registerUnit`.
 */
export function css(parts: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw({ raw: parts }, ...values);
  return text.replace(/(-?\d*\.?\d+)u\b/g, 'calc($1*var(--locator-u))');
}
