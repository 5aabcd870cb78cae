import * as z from 'zod';
import { quoted } from '../../http/faults.ts';
import { appResource } from './app/resource.ts';

type Message = Readonly<Record<string, unknown>>;

/** Says that a property is missing or of the wrong kind, and what it should be. */
const must = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `is required: ${what}` : `${quoted(input)} is not ${what}`,
});

const text = (what: string) => z.string(must(what));
const members = z.record(z.string(), z.unknown(), must('an object'));
const cursor = z.object({ cursor: text('text, the nextCursor of the list before').optional() });

/** Required parameters of each method. The SDK also checks them, but its errors show its own data structures. */
const paramsOf: Readonly<Record<string, z.ZodObject>> = {
  initialize: z.object({
    protocolVersion: text('text, a revision of the protocol such as "2025-11-25"'),
    capabilities: z.record(z.string(), z.unknown(), must('an object, such as {}')),
    clientInfo: z.object(
      { name: text('text, the name of your client'), version: text('text, the version of your client') },
      must('an object, such as {"name":"my-client","version":"1.0.0"}'),
    ),
  }),
  'resources/read': z.object({
    uri: text(`text, the URI of a resource such as "${appResource.uri}"; resources/list names all`),
  }),
  'tools/call': z.object({
    name: text('text, the name of a tool such as "find_programs_near"; tools/list names all'),
    arguments: z
      .record(z.string(), z.unknown(), must('an object, such as {"near":"85004","level":["iop"]}'))
      .optional(),
  }),
  'tools/list': cursor,
  'resources/list': cursor,
  'resources/templates/list': cursor,
};

/**
 * Names everything that is wrong with the params of a request, in one text. Null if nothing is wrong, and for a
 * notification, which gets no answer.
 */
export function faultOfParams({ id, method, params }: Message): string | null {
  const schema = typeof method === 'string' && Object.hasOwn(paramsOf, method) ? paramsOf[method] : undefined;
  if (id === undefined || schema === undefined) return null;
  const given = members.safeParse(params ?? {});
  const parsed = given.success ? schema.safeParse(given.data) : given;
  if (parsed.success) return null;
  const faults = parsed.error.issues.map(({ path, message }) => `${['params', ...path].join('.')} ${message}`);
  return `Invalid params: ${faults.join('; ')}.`;
}
