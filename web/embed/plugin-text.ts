/** Matches the line of the WordPress file that contains the locator's URL. */
const siteLine = /^const PROGRAM_LOCATOR_SITE = '[^']*';$/m;

/**
 * Inserts a locator's URL into the WordPress file.
 * @throws RangeError if the URL is not a plain http or https origin, or the file lacks the line
 */
export function pluginFor(source: string, site: string): string {
  if (!/^https?:\/\/[\w.:-]+$/.test(site)) throw new RangeError(`"${site}" is not a website's address`);
  if (!siteLine.test(source)) throw new RangeError('the WordPress file lacks PROGRAM_LOCATOR_SITE');
  return source.replace(siteLine, () => `const PROGRAM_LOCATOR_SITE = '${site}';`);
}
