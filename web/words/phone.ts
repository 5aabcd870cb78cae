/** Formats `+16025550142` as `(602) 555-0142`. Numbers of other countries stay as they are. */
export function displayPhone(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number : `(${area}) ${exchange}-${line}`;
}
