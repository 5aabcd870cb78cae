import { isUtf8 } from 'node:buffer';
import { type CheckedProvider, checkProviderText, wholeFault } from './check-text.ts';
import { MOST_PROVIDER_BYTES, PROVIDER_PATH, type ProviderFile } from './schema.ts';

/**
 * Checks a provider's file, and names every fault by line.
 * @param name The file's name or URL, as faults show it.
 * @param today `2026-11-29`: an edition of a later day is a fault.
 */
export function checkProvider(name: string, bytes: Buffer, today: string): CheckedProvider {
  if (bytes.length > MOST_PROVIDER_BYTES)
    return wholeFault(name, `has ${bytes.length} bytes, more than the limit of ${MOST_PROVIDER_BYTES}`);
  if (!isUtf8(bytes)) return wholeFault(name, 'is not in UTF-8: save it as UTF-8');
  return checkProviderText(name, bytes.toString('utf8'), today);
}

/**
 * Checks the URL at which a file was found. A file may only state facts about an organization if it is on that
 * organization's own site, at the fixed path. Null if it is.
 */
export function hostFault({ organization }: ProviderFile, found: URL): string | null {
  if (found.pathname !== PROVIDER_PATH || found.search !== '')
    return `is at ${found.pathname}${found.search}: host it at ${PROVIDER_PATH}`;
  const own = new URL(organization.website);
  if (bare(found) === bare(own)) return null;
  return `is on ${found.host}, and organization.website is on ${own.host}: host it on the organization's own site`;
}

const bare = ({ host }: URL): string => host.replace(/^www\./, '');
