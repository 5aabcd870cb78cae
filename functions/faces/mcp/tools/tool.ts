import type * as z from 'zod';
import { withinBounds } from '../../../http/bounds.ts';
import { faultAt, faultsOf } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import type { RouteContext } from '../../../http/services.ts';

/** What a tool found: the facts for a program, and the same facts in words for a model that reads only text. */
interface ToolAnswer {
  readonly facts: Record<string, unknown>;
  readonly text: string;
}

/** A question that a model can ask. Reads only, and asked twice it answers the same. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Written for a model: when to use it, what goes in, what the answer does and does not say. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** True if hosts can show its facts as the finder's cards (app/resource.ts). */
  readonly isShownAsCards?: true;
  /** What to do after a fault, in one sentence. */
  readonly remedy: string;
  /** @throws Problem that names every fault of the arguments at once. */
  readonly answer: (given: Readonly<Record<string, unknown>>, context: RouteContext) => Promise<ToolAnswer>;
}

/** The arguments as their schema reads them. @throws Problem that names every fault at once. */
export function argumentsOf<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, given: unknown) {
  const faults: Fault[] = [];
  const fields = withinBounds(Object(given), (path, message) => faults.push(faultAt(path, message, 'pointer')));
  const parsed = schema.safeParse(fields);
  if (parsed.success && faults.length === 0) return parsed.data;
  if (!parsed.success && faults.length === 0)
    faults.push(...faultsOf(parsed.error, 'pointer', Object.keys(schema.shape), 'an argument of this tool'));
  throw badRequest(faults);
}
