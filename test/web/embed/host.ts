import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Another website with its own origin: serves pages by path. Close it at the end. */
export async function startHost(pages: Readonly<Record<string, HostPage>>): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A whole page around some markup. */
export const hostHtml = (body: string, headExtra = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desert Willow Recovery</title><link rel="icon" href="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">${headExtra}</head><body>${body}</body></html>`;
