import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | null>();
const place = /(file:\/\/\/[^\s()]+\.mjs):(\d+):(\d+)/;

/**
 * A line of a stack trace with the file and line of the source in place of the bundle's, where a map lies beside the
 * bundle. Only a failing request comes here: Node's own way (`--enable-source-maps`) reads the maps of all that it loads,
 * a tenth of a new container's first answer.
 */
export function sourceFrame(frame: string): string {
  const [whole, file, line, column] = place.exec(frame) ?? [];
  if (whole === undefined || file === undefined) return frame;
  const map = maps.get(file) ?? readMap(file);
  maps.set(file, map);
  // Positions of a stack trace count from one, those of a map from zero.
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
