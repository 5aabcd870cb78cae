import { z } from 'zod';
import type { Handler } from '../../functions/api/app.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import type { call } from '../support/gateway-call.ts';
import type { Question } from './questions.ts';

/** Centers in the order of the answer, or why this face cannot express the question. */
export type FaceAnswer = { readonly ids: readonly string[] } | { readonly cannot: string };
export type Face = (question: Question, handler: Handler) => Promise<FaceAnswer>;

/** The text of an answer. Throws if the request failed. */
export async function answered(promise: ReturnType<typeof call>): Promise<string> {
  const { status, body } = await promise;
  if (status !== 200) throw new Error(`a face answered ${status}: ${body}`);
  return body;
}

const filterSchema = z.record(z.string(), z.array(z.string()));

/**
 * The filters of a question for faces that list programs. Asking for any level does not filter programs, so it is left
 * out. Null if the question includes centers without a program, because such faces do not list those centers.
 */
export function programFilter({ search }: Question): Readonly<Record<string, readonly string[]>> | null {
  const { near: _, within: __, limit: ___, state: ____, name: _____, in: ______, include: _______, ...filter } = search;
  const { level, ...others } = filterSchema.parse(filter);
  if (level === undefined) return Object.keys(others).length === 0 ? null : others;
  return levels.codes.every((code) => level.includes(code)) ? others : { level, ...others };
}

/**
 * Reads pages of programs until there are enough centers. Returns each center's id once, in the order of first
 * programs.
 */
export async function centersOfPages(limit: number, pages: AsyncIterable<readonly string[]>): Promise<FaceAnswer> {
  const ids = new Set<string>();
  for await (const page of pages) {
    for (const id of page) ids.add(id);
    if (ids.size >= limit) break;
  }
  return { ids: [...ids].slice(0, limit) };
}
