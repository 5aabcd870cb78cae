import type { Fault } from './fault.ts';
import { JsonPositions, type Path, pointerOf } from './positions.ts';

/** A file's text. Line and column of its values are computed only when a fault must be located. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #positions: JsonPositions | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  get positions(): JsonPositions {
    this.#positions ??= new JsonPositions(this.text);
    return this.#positions;
  }

  /**
   * Creates a fault at a path.
   * @param key Name of a property at the path, for a fault in the name itself.
   */
  fault(path: Path, record: string | null, message: string, key?: string): Fault {
    const { line, column } = key === undefined ? this.positions.at(path) : this.positions.ofKey(path, key);
    return { file: this.file, line, column, pointer: pointerOf(path), record, message };
  }
}
