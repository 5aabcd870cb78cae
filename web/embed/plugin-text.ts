/** The line of the WordPress file that names the locator. */
const siteLine = /^const PROGRAM_LOCATOR_SITE = '[^']*';$/m;

/**
 * The WordPress file with a locator's URL.
 * @throws RangeError if the URL is not a plain http or https origin, or the file lacks the line
 */
export function pluginFor(source: string, site: string): string {
  if (!/^https?:\/\/[\w.:-]+$/.test(site)) throw new RangeError(`"${site}" is not a website's address`);
  if (!siteLine.test(source)) throw new RangeError('the WordPress file lacks PROGRAM_LOCATOR_SITE');
  return source.replace(siteLine, () => `const PROGRAM_LOCATOR_SITE = '${site}';`);
}
