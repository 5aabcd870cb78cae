import type { z } from 'zod';
import { explain, explainKey } from './explain.ts';
import type { Path } from './positions.ts';
import { valueAt } from './raw.ts';

export interface SchemaFault {
  readonly path: Path;
  readonly message: string;
  /** The property's name, if the schema has no such property. */
  readonly key?: string;
}

/** Explains why a schema rejects a value: one entry for each thing to fix. */
export function schemaFaults(error: z.ZodError, schema: z.ZodType, value: unknown): SchemaFault[] {
  return error.issues.flatMap((issue): SchemaFault[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code !== 'unrecognized_keys') return [{ path, message: explain(issue, valueAt(value, path)) }];
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({ path, key, message: explainKey(key, known) }));
  });
}

/** The names that are valid at a path of a schema. */
function knownKeys(top: unknown, path: Path): string[] {
  let schema = top;
  for (const part of path) schema = typeof part === 'number' ? unwrap(schema).element : unwrap(schema).shape?.[part];
  return Object.keys(unwrap(schema).shape ?? {});
}

interface Inside {
  shape?: Record<string, unknown>;
  element?: unknown;
}

function unwrap(schema: unknown): Inside {
  let inside = schema as (Inside & { unwrap?: () => unknown }) | undefined;
  while (inside !== undefined && inside.shape === undefined && inside.element === undefined && inside.unwrap) {
    inside = inside.unwrap() as typeof inside;
  }
  return inside ?? {};
}
