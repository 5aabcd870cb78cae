import type { ResourceDeclaration } from './declaration.ts';

export interface Match {
  readonly resource: ResourceDeclaration;
  /** Decoded values of the path's parameters. Null if the path has none, as in Lambda's event. */
  readonly parameters: Readonly<Record<string, string>> | null;
}

/**
 * Returns how specific a path segment is: literal text is more specific than `{name}`, and `{name}` more than
 * `{name+}`.
 */
const rank = (segment: string): number => (segment.endsWith('+}') ? 0 : segment.startsWith('{') ? 1 : 2);

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

/**
 * Finds the resource that API Gateway chooses for a path. If several match, it is the one that is more specific at the
 * first segment where they differ. Resources without methods are included, because API Gateway then refuses every
 * method. A closing slash is not a segment.
 */
export function matchResource(resources: readonly ResourceDeclaration[], path: string): Match | undefined {
  const given = segmentsOf(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);
  for (const { resource, segments } of inOrder(resources)) {
    const parameters = matchSegments(segments, given);
    if (parameters) return { resource, parameters: Object.keys(parameters).length > 0 ? parameters : null };
  }
  return undefined;
}

interface Ordered {
  readonly resource: ResourceDeclaration;
  readonly segments: readonly string[];
}
/** Split and sorted once for each API. */
const ordered = new WeakMap<readonly ResourceDeclaration[], readonly Ordered[]>();

/** The most specific first, so that the first match is chosen. */
function inOrder(resources: readonly ResourceDeclaration[]): readonly Ordered[] {
  const known = ordered.get(resources);
  if (known) return known;
  const sorted = resources
    .map((resource) => ({ resource, segments: segmentsOf(resource.path) }))
    .sort((one, other) => compareSpecificity(one.segments, other.segments));
  ordered.set(resources, sorted);
  return sorted;
}

function matchSegments(template: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    if (rank(segment) === 0) {
      const rest = given.slice(index).join('/');
      if (rest === '') return undefined;
      parameters[segment.slice(1, -2)] = decode(rest);
      return parameters;
    }
    const value = given[index];
    if (value === undefined) return undefined;
    if (rank(segment) === 2) {
      if (segment !== value) return undefined;
    } else {
      if (value === '') return undefined;
      parameters[segment.slice(1, -1)] = decode(value);
    }
  }
  return template.length === given.length ? parameters : undefined;
}

function compareSpecificity(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = rank(right[index] ?? '') - rank(left[index] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A malformed escape is kept as it is, as API Gateway does. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
