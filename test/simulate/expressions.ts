/** An item or one of an item's values, in the form that the document client returns. */
export type Value = unknown;
export type Item = Readonly<Record<string, Value>>;

interface Given {
  readonly item: Item | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Value>>;
}
type Test = (given: Given) => boolean;
type Operand = (given: Given) => Value;

const parsed = new Map<string, Test>();

/**
 * True if an item meets a condition, filter or key condition of DynamoDB.
 * @throws Error if the simulator does not understand the expression
 */
export function passes(
  text: string | undefined,
  item: Item | undefined,
  names: Readonly<Record<string, string>> = {},
  values: Readonly<Record<string, Value>> = {},
): boolean {
  if (text === undefined) return true;
  let test = parsed.get(text);
  if (test === undefined) {
    test = new Parser(text).whole();
    parsed.set(text, test);
  }
  return test({ item, names, values });
}

/** The value at a path such as `#head.#revision`. */
export function valueAt(path: string, item: Item | undefined, names: Readonly<Record<string, string>> = {}): Value {
  let value: Value = item;
  for (const part of path.split('.')) {
    const name = part.startsWith('#') ? names[part] : part;
    if (name === undefined) throw new Error(`an expression uses ${part}, which has no name`);
    value = typeof value === 'object' && value !== null ? (value as Record<string, Value>)[name] : undefined;
  }
  return value;
}

/** Grammar: or → and → not → comparison or function. */
class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/<=|>=|<>|[()=<>,]|[#:\w.]+/g) ?? [];
  }

  whole(): Test {
    const test = this.#or();
    if (this.#at !== this.#tokens.length) throw new Error(`cannot read an expression from "${this.#next()}" on`);
    return test;
  }

  #or(): Test {
    const left = this.#and();
    if (!this.#take('OR')) return left;
    const right = this.#or();
    return (given) => left(given) || right(given);
  }

  #and(): Test {
    const left = this.#not();
    if (!this.#take('AND')) return left;
    const right = this.#and();
    return (given) => left(given) && right(given);
  }

  #not(): Test {
    if (this.#take('NOT')) {
      const test = this.#not();
      return (given) => !test(given);
    }
    if (this.#take('(')) {
      const test = this.#or();
      this.#expect(')');
      return test;
    }
    return this.#comparison();
  }

  #comparison(): Test {
    const first = this.#next();
    if (this.#take('(')) return this.#function(first);
    const left = operand(first);
    const sign = this.#next();
    const right = operand(this.#next());
    if (sign === 'BETWEEN') {
      this.#expect('AND');
      const most = operand(this.#next());
      return (given) => {
        const value = left(given);
        return sorts(right(given), value) && sorts(value, most(given));
      };
    }
    switch (sign) {
      case '=':
        return (given) => left(given) === right(given) && left(given) !== undefined;
      case '<':
        return (given) => sorts(left(given), right(given)) && left(given) !== right(given);
      default:
        throw new Error(`the operator ${sign} is not played`);
    }
  }

  #function(name: string): Test {
    const left = operand(this.#next());
    const right = this.#take(',') ? operand(this.#next()) : null;
    this.#expect(')');
    switch (name) {
      case 'attribute_exists':
        return (given) => left(given) !== undefined;
      case 'attribute_not_exists':
        return (given) => left(given) === undefined;
      case 'begins_with':
        return (given) => {
          const [text, beginning] = [left(given), right?.(given)];
          return typeof text === 'string' && typeof beginning === 'string' && text.startsWith(beginning);
        };
      case 'contains':
        return (given) => {
          const set = left(given);
          return set instanceof Set && set.has(right?.(given));
        };
      default:
        throw new Error(`the function ${name} is not played`);
    }
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('an expression ends too soon');
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new Error(`an expression lacks "${token}"`);
  }
}

function operand(token: string): Operand {
  if (!token.startsWith(':')) return ({ item, names }) => valueAt(token, item, names);
  return ({ values }) => {
    if (!(token in values)) throw new Error(`an expression uses ${token}, which has no value`);
    return values[token];
  };
}

function sorts(low: Value, high: Value): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low <= high;
  return typeof low === 'string' && typeof high === 'string' && low <= high;
}
