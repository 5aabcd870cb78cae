/**
 * The URL of a center's own page, in the reader's language.
 * @param site Without a closing slash.
 */
export function centerPage(site: string, language: string, id: string): string {
  return `${site}${language === 'es' ? '/es' : ''}/centers/${encodeURIComponent(id)}`;
}
