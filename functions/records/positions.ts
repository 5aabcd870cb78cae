import { type AnyNode, type DocumentNode, parse } from '@humanwhocodes/momoa';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** Converts a path to a JSON pointer (RFC 6901): `/0/center/phones`. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Line and column of values in a JSON text. Slower than `JSON.parse`, so it is used only to locate faults. */
export class JsonPositions {
  readonly #document: DocumentNode;

  /** @throws the parser's error, which is like a SyntaxError; `syntaxFault` reads it */
  constructor(text: string) {
    this.#document = parse(text, { mode: 'json' });
  }

  /**
   * Position of the value at a path. If there is no such value, the position of the innermost value that contains the
   * path's place.
   */
  at(path: Path): Position {
    return positionOf(this.#descend(path).node);
  }

  /** Position of a property's name, for faults in the name itself. */
  ofKey(path: Path, key: string): Position {
    const { node } = this.#descend(path);
    const member = node.type === 'Object' ? node.members.find(({ name }) => keyOf(name) === key) : undefined;
    return positionOf(member?.name ?? node);
  }

  /** Names that occur twice in one object, which `JSON.parse` would not report: it keeps only the last. */
  repeatedKeys(): { path: Path; key: string; position: Position }[] {
    const found: { path: Path; key: string; position: Position }[] = [];
    const visit = (node: AnyNode, path: Path): void => {
      if (node.type === 'Array') {
        for (const [index, element] of node.elements.entries()) visit(element.value, [...path, index]);
      }
      if (node.type !== 'Object') return;
      const seen = new Set<string>();
      for (const { name, value } of node.members) {
        const key = keyOf(name);
        if (seen.has(key)) found.push({ path: [...path, key], key, position: positionOf(name) });
        seen.add(key);
        visit(value, [...path, key]);
      }
    };
    visit(this.#document.body, []);
    return found;
  }

  #descend(path: Path): { node: AnyNode } {
    let node: AnyNode = this.#document.body;
    for (const part of path) {
      let next: AnyNode | undefined;
      if (node.type === 'Array' && typeof part === 'number') next = node.elements[part]?.value;
      // If a name is repeated, JSON.parse keeps the last value, so this finds the last one too.
      if (node.type === 'Object') next = node.members.findLast(({ name }) => keyOf(name) === part)?.value;
      if (next === undefined) break;
      node = next;
    }
    return { node };
  }
}

/** Finds line, column and reason in the error that the parser throws for a text that is not JSON. */
export function syntaxFault(text: string): Position & { message: string } {
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { line, column, message } = error as Partial<Position> & Error;
    const reason = message.replace(/\s*\(\d+:\d+\)$/, '');
    return { line: line ?? 1, column: column ?? 1, message: `not valid JSON: ${reason}` };
  }
  return { line: 1, column: 1, message: 'not valid JSON' };
}

function keyOf(name: { type: 'String'; value: string } | { type: 'Identifier'; name: string }): string {
  return name.type === 'String' ? name.value : name.name;
}

function positionOf(node: AnyNode): Position {
  const { line, column } = node.loc.start;
  return { line, column };
}
