import * as z from 'zod';
import type { Vocabulary } from './vocabulary.ts';

/** A schema that accepts exactly the values of a closed list. */
export function schemaOf<Code extends string>({ codes }: Vocabulary<Code>): z.ZodType<Code, unknown> {
  return z.enum(codes as [Code, ...Code[]]) as unknown as z.ZodType<Code, unknown>;
}
