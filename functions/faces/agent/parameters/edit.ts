import type * as z from 'zod';
import { noParameters } from '../../../http/parameters.ts';
import { badRequest, type Fault } from '../../../http/problem.ts';
import { type Request, readJson } from '../../../http/request.ts';
import { negotiate } from '../../../http/response.ts';
import { requireCenterId } from '../read-centers.ts';
import { readBody } from './bodies.ts';
import { readVersion, refuse } from './if-match.ts';

/** An editor's request to change a center. */
export interface Edit<Body> {
  readonly body: Body;
  /** The media type of the answer. */
  readonly type: string;
}

/**
 * Reads an edit: the body, checked against its schema, and the version that the editor saw.
 * @throws Problem that names every fault
 */
export function readEdit<Shape extends z.ZodRawShape>(
  request: Request,
  id: string,
  schema: z.ZodObject<Shape>,
): Edit<z.output<z.ZodObject<Shape>>> & { readonly seen: number | null } {
  const faults: Fault[] = [];
  const type = readyFor(request, id);
  const seen = readVersion(request, (fault) => faults.push(fault));
  const body = bodyOf(request, schema, faults);
  return { body, type, seen: seen === 0 ? null : seen };
}

/** Like readEdit, for a request that stores nothing and needs no version. */
export function readDraft<Shape extends z.ZodRawShape>(
  request: Request,
  id: string,
  schema: z.ZodObject<Shape>,
): Edit<z.output<z.ZodObject<Shape>>> {
  const type = readyFor(request, id);
  return { body: bodyOf(request, schema, []), type };
}

function readyFor(request: Request, id: string): string {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  requireCenterId(id);
  return type;
}

function bodyOf<Shape extends z.ZodRawShape>(request: Request, schema: z.ZodObject<Shape>, faults: Fault[]) {
  const body = readBody(schema, readJson(request), (fault) => faults.push(fault));
  refuse(faults);
  if (body === null) throw badRequest(faults);
  return body;
}
