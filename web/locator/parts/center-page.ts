/** The address of a center's own page, in the language of whoever follows the link. @param site Without a closing slash. */
export function centerPage(site: string, language: string, id: string): string {
  return `${site}${language === 'es' ? '/es' : ''}/centers/${encodeURIComponent(id)}`;
}
