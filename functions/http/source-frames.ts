import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | null>();
const place = /(file:\/\/\/[^\s()]+\.mjs):(\d+):(\d+)/;

/**
 * Replaces the position in the bundle by the position in the source, in one line of a stack trace, if the bundle has a
 * source map. Only failing requests call this. Node's own option `--enable-source-maps` reads the map of every loaded
 * bundle, which takes a tenth of the time to a new container's first answer.
 */
export function sourceFrame(frame: string): string {
  const [whole, file, line, column] = place.exec(frame) ?? [];
  if (whole === undefined || file === undefined) return frame;
  const map = maps.get(file) ?? readMap(file);
  maps.set(file, map);
  // A stack trace counts lines and columns from one, a source map from zero.
  const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return frame;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = originalSource.replace(/^.*\.\.\//, '');
  return frame.replace(whole, `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

function readMap(file: string): SourceMap | null {
  const path = `${fileURLToPath(file)}.map`;
  if (!existsSync(path)) return null;
  return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload);
}
