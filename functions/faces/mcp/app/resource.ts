import { PLACEHOLDER_ORIGIN } from '../../../http/placeholder-origin.ts';

/** The finder's cards for hosts that show pages (MCP Apps, SEP-1865). The page asks nobody for anything. */
export const appResource = {
  uri: 'ui://locator',
  name: 'cards',
  title: 'Treatment programs as cards',
  description: 'Shows what a tool found as cards with phone numbers. It makes no request of its own.',
  mimeType: 'text/html;profile=mcp-app',
  // Without domains, a host lets the page connect to nothing.
  meta: { ui: { prefersBorder: true } },
} as const;

/** What a tool says to have its result shown so. */
export const shownAsCards = { ui: { resourceUri: appResource.uri } };

/** @param publicUrl Where pages of centers are, without a closing slash. */
export async function appText(publicUrl: string): Promise<string> {
  const { page } = await import('./page.ts');
  return page.replaceAll(PLACEHOLDER_ORIGIN, publicUrl);
}
