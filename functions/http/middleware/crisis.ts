import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { readsAsCrisis } from '../../crisis/crisis.ts';
import { crisisOutcome } from '../../faces/fhir/outcome.ts';
import { crisisLine, help } from '../../faces/v1/shapes/center.ts';
import { textsOf } from '../request-texts.ts';
import { stateOfEvent } from '../state.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads the request for words of a life in danger. Registered first, so that no fault of a request can come before. */
export function readCrisis(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'read-crisis',
    before: ({ event }) => {
      stateOfEvent(event).crisis = textsOf(event).some(readsAsCrisis);
    },
  };
}

/**
 * Puts the helplines at the top of every JSON answer and every error to a text that speaks of danger to life, so that no
 * route can forget it. CSV says it itself (faces/v1/formats/csv.ts), and so do the results of an MCP tool (faces/mcp/server.ts).
 */
export function crisisHelp(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add = ({ event, response }: { event: unknown; response: APIGatewayProxyResult | null | undefined }): void => {
    if (!response || !stateOfEvent(event).crisis || response.body === '' || !isJson(response)) return;
    response.body = JSON.stringify(withHelp(JSON.parse(response.body) as Json));
  };
  return { name: 'crisis-help', after: add, onError: add };
}

const isJson = ({ headers }: APIGatewayProxyResult): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:;|$)/.test(String(headers?.['content-type'] ?? ''));

function withHelp(body: Json): Json {
  if (body.resourceType !== undefined) return withOutcome(body);
  if (body.jsonrpc !== undefined) return withMessage(body);
  return { crisis: true, help, ...body };
}

/** FHIR: the first issue of an error, the first entry of a search. Other resources have no place for it. */
function withOutcome(resource: Json): Json {
  const { resourceType, issue, entry } = resource;
  const outcome = crisisOutcome();
  if (resourceType === 'OperationOutcome') return { ...resource, issue: [...outcome.issue, ...listOf(issue)] };
  if (resourceType !== 'Bundle') return resource;
  return { ...resource, entry: [{ resource: outcome, search: { mode: 'outcome' } }, ...listOf(entry)] };
}

/** JSON-RPC: an error of the protocol has nothing but its message that a model would read. */
function withMessage(answer: Json): Json {
  const error = answer.error as { readonly message?: unknown } | undefined;
  if (error === undefined) return answer;
  return { ...answer, error: { ...error, message: `${crisisLine}\n${String(error.message ?? '')}` } };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
