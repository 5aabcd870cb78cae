import { byState, type OutlineSource } from './load.ts';

/** @param isWhole All outlines in one file, at once, so that what is loaded says nothing of where the visitor looks. */
export async function sourceOf(isWhole: boolean): Promise<OutlineSource> {
  return isWhole ? (await import('./whole.ts')).whole : byState;
}
