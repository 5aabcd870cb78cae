import { expect } from 'vitest';
import type { PlainTemplate } from '../template-checks.ts';

// biome-ignore lint/suspicious/noExplicitAny: a mutant may change anything
export type Open = any;
export type Seed = (resources: Open, of: (type: string) => Open) => void;

/** A copy with one fault. */
export function mutant(original: PlainTemplate, seed: Seed): PlainTemplate {
  const copy = structuredClone(original) as { Resources: Open };
  const of = (type: string): Open => {
    const found = Object.values(copy.Resources).filter((one: Open) => one.Type === type);
    if (found.length === 0) throw new Error(`the template has no ${type} to break`);
    return found.map((one: Open) => one.Properties);
  };
  seed(copy.Resources, of);
  expect(copy).not.toEqual(original);
  return copy;
}
