import { PLACEHOLDER_ORIGIN } from '../../../http/placeholder-origin.ts';

/** The finder's cards for hosts that show pages (MCP Apps, SEP-1865). The page makes no requests. */
export const appResource = {
  uri: 'ui://locator',
  name: 'cards',
  title: 'Treatment programs as cards',
  description: 'Shows what a tool found as cards with phone numbers. It makes no request of its own.',
  mimeType: 'text/html;profile=mcp-app',
  // No domains are listed, so a host lets the page connect to nothing.
  meta: { ui: { prefersBorder: true } },
} as const;

/** Metadata of a tool whose results are shown as cards. */
export const shownAsCards = { ui: { resourceUri: appResource.uri } };

/** @param publicUrl Website with the centers' pages, without a closing slash. */
export async function appText(publicUrl: string): Promise<string> {
  const { page } = await import('./page.ts');
  return page.replaceAll(PLACEHOLDER_ORIGIN, publicUrl);
}
