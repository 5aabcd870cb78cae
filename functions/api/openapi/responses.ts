import { problemSchema } from '../../faces/v1/answers/problem.ts';
import type { ExampleRequest } from '../../http/openapi/example.ts';
import type { ErrorForm, Operation } from '../../http/openapi/operation.ts';
import { type ProblemKind, problemKinds } from '../../http/problem-kinds.ts';
import type { Example } from './example.ts';
import { everyAnswer, type HeaderName } from './headers.ts';
import { answerSchema } from './json-schema.ts';

/** Errors that any route can return. */
const everyRoute = [
  'forbidden',
  'too-many-requests',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemKind[];
/** Errors that API Gateway returns without calling a handler, so they lack the headers that only handlers set. */
const fromGateway: readonly ProblemKind[] = ['forbidden', 'too-many-requests'];
const ownHeaders: Partial<Record<ProblemKind, readonly HeaderName[]>> = {
  'center-moved': ['Location'],
  'part-gone': ['Retry-After'],
  'sign-in-needed': ['WWW-Authenticate'],
  'group-needed': ['WWW-Authenticate'],
  'changed-meanwhile': ['ETag'],
  'too-many-requests': ['Retry-After'],
  unavailable: ['Retry-After'],
  'unsupported-media-type': ['Accept-Post'],
};

export type ComponentResponses = Record<string, unknown>;

/** A route's responses by status; problems are references to components, which are added to `components`. */
export function responsesOf(
  operation: Operation,
  { deprecated, linked }: { readonly deprecated: boolean; readonly linked: boolean },
  examples: readonly Example[],
  all: readonly Example[],
  components: ComponentResponses,
) {
  const kinds = [...operation.problems, ...everyRoute];
  const byStatus = Map.groupBy(kinds, (kind) => problemKinds[kind].status);
  const problems = [...byStatus].map(([status, group]) => {
    const form = formOf(group, operation.errors);
    const name = (form === null ? '' : operation.errors?.name) + group.map(pascalCase).join('Or');
    components[name] ??= problemResponse(group, all, form);
    return [status, { $ref: `#/components/responses/${name}` }] as const;
  });
  const own = [
    ...everyAnswer,
    'Vary' as const,
    ...(operation.kept || operation.tagged ? (['ETag'] as const) : []),
    ...(deprecated || linked ? (['Link'] as const) : []),
    ...(deprecated ? (['Deprecation', 'Sunset'] as const) : []),
  ];
  return {
    200: {
      description: operation.success,
      headers: headers(own),
      content: Object.fromEntries(
        Object.entries(operation.formats).map(([type, { schema }]) => [
          type,
          {
            schema: schema === null ? { type: 'string' } : answerSchema(schema),
            ...examplesOf(examples.filter(({ response }) => response.status === 200 && response.type === type)),
          },
        ]),
      ),
    },
    ...(operation.accepted === undefined ? {} : { 202: { description: operation.accepted, headers: headers(own) } }),
    ...(operation.kept
      ? {
          304: {
            description: 'Your copy (by `ETag`) is still current. There is no body.',
            headers: headers(own),
          },
        }
      : {}),
    ...Object.fromEntries(problems),
  };
}

/**
 * The face's own form for these kinds of errors, and whether it is the only one; null if the face has no own form for
 * them.
 */
function formOf(kinds: readonly ProblemKind[], form: ErrorForm | undefined) {
  if (form === undefined || !kinds.some((kind) => [...form.instead, ...form.beside].includes(kind))) return null;
  return { ...form, only: kinds.every((kind) => form.instead.includes(kind)) };
}

function problemResponse(kinds: readonly ProblemKind[], all: readonly Example[], form: ReturnType<typeof formOf>) {
  const own = kinds.flatMap((kind) => ownHeaders[kind] ?? []);
  const vary = kinds.every((kind) => fromGateway.includes(kind)) ? [] : (['Vary'] as const);
  const examples = kinds.flatMap((kind) => all.filter(({ response }) => response.problem === kind).slice(0, 2));
  return {
    description: kinds
      .map((kind) => `\`${kind}\`: ${problemKinds[kind].meaning} ${problemKinds[kind].remedy}`)
      .join('\n\n'),
    headers: headers([...everyAnswer, ...vary, ...own]),
    content: {
      ...(form === null ? {} : { [form.type]: { schema: answerSchema(form.schema) } }),
      ...(form?.only
        ? {}
        : { 'application/problem+json': { schema: answerSchema(problemSchema), ...examplesOf(examples) } }),
    },
  };
}

function examplesOf(examples: readonly Example[]) {
  if (examples.length === 0) return {};
  return {
    examples: Object.fromEntries(
      examples.map(({ name, summary, request, response }) => [
        name,
        { summary, value: response.body, 'x-request': shown(request) },
      ]),
    ),
  };
}

/** Leaves out an example's body if it is too long for the document. */
function shown(request: ExampleRequest): ExampleRequest {
  if (JSON.stringify(request.body ?? '').length < 2_000) return request;
  const { body: _, ...rest } = request;
  return rest;
}

function headers(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

const pascalCase = (kind: string): string =>
  kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
