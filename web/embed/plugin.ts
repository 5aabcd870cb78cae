import { pluginFor } from './plugin-text.ts';

/** Downloads the WordPress file with this locator's address in it. If that fails, the plain link is followed. */
export async function downloadPlugin(event: MouseEvent, site: string): Promise<void> {
  const link = event.currentTarget as HTMLAnchorElement;
  // After the download this code sets the link to a `blob:` URL and clicks it, which calls this function again.
  if (link.href.startsWith('blob:')) return;
  event.preventDefault();
  const plain = link.href;
  const response = await fetch(plain, { credentials: 'omit' });
  if (!response.ok) {
    location.assign(plain);
    return;
  }
  const file = new Blob([pluginFor(await response.text(), site)], { type: 'application/x-php' });
  link.href = URL.createObjectURL(file);
  link.download = 'program-locator.php';
  link.click();
  URL.revokeObjectURL(link.href);
  link.href = plain;
}
