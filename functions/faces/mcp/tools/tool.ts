import type * as z from 'zod';
import { withinBounds } from '../../../http/bounds.ts';
import { faultAt, faultsOf } from '../../../http/faults.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import type { RouteContext } from '../../../http/services.ts';

/** A tool's result: facts for a program, and the same facts in words for a model that only reads text. */
interface ToolAnswer {
  readonly facts: Record<string, unknown>;
  readonly text: string;
}

/** A tool that a model can call. It only reads, and repeated calls give the same answer. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Written for a model: when to use the tool, its input, and what the answer does and does not say. */
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

/**
 * Parses the arguments with their schema.
 * @throws Problem that names every fault at once.
 */
export function argumentsOf<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, given: unknown) {
  const faults: Fault[] = [];
  const fields = withinBounds(Object(given), (path, message) => faults.push(faultAt(path, message, 'pointer')));
  const parsed = schema.safeParse(fields);
  if (parsed.success && faults.length === 0) return parsed.data;
  if (!parsed.success && faults.length === 0)
    faults.push(...faultsOf(parsed.error, 'pointer', Object.keys(schema.shape), 'an argument of this tool'));
  throw badRequest(faults);
}
