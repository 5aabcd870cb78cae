import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { SiteDeclaration } from './declaration.ts';
import { headerOf, type WireRequest, type WireResponse } from './http.ts';
import { decode } from './routing.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tgz': 'application/gzip',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

interface StoredFile {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** Answers a request for a file of the site, as the private bucket would. */
export type SiteFiles = (request: WireRequest) => WireResponse;

/**
 * Reads the site's files into memory. Only their names are served, so no path leads out of the folder.
 * @param written Texts of other files that a deployment writes, by name.
 */
export async function siteFiles(
  { folder, rootObject, cacheControl, folderCacheControl }: SiteDeclaration,
  written: Readonly<Record<string, string>> = {},
): Promise<SiteFiles> {
  const files = new Map<string, StoredFile>();
  const keep = (name: string, body: Buffer) =>
    files.set(name, {
      body,
      contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
    });
  for (const [name, text] of Object.entries(written)) keep(name, Buffer.from(text));
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const path = join(found.parentPath, found.name);
    keep(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return ({ method, path, headers }) => {
    const name = path === '/' ? rootObject : decode(path.slice(1));
    const file = files.get(name);
    if (!file) return notFound;
    const common: [string, string][] = [['ETag', file.etag]];
    const own = folderCacheControl.find((one) => name.startsWith(one.folder))?.cacheControl ?? cacheControl;
    if (own !== undefined) common.push(['Cache-Control', own]);
    if (headerOf(headers, 'if-none-match') === file.etag)
      return { status: 304, headers: common, body: Buffer.alloc(0) };
    return {
      status: 200,
      headers: [['Content-Type', file.contentType], ['Content-Length', String(file.body.length)], ...common],
      body: method === 'HEAD' ? Buffer.alloc(0) : file.body,
    };
  };
}

const notFound: WireResponse = {
  status: 404,
  headers: [['Content-Type', 'application/xml']],
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>'),
};
