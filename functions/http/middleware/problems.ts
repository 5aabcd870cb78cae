import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { ContentError } from '../../dataset/content.ts';
import { MissingContentError, NothingPublishedError, StoreUnavailableError } from '../../dataset/dataset-reader.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { isFhir, outcomeOf } from '../../faces/fhir/outcome.ts';
import { DatasetGoneError } from '../../search/datasets.ts';
import { gone, Problem, unavailable } from '../problem.ts';
import { reply } from '../response.ts';

/** The one place that turns an error into a response. What is not expected becomes a 500 that says nothing of the inside. */
export function problems(publicUrl: string): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'problems',
    onError: (request) => {
      const problem = problemOf(request.error);
      const { path } = request.event as { path?: unknown };
      request.response = isFhir(path) ? outcomeReply(problem) : problemReply(problem, publicUrl);
    },
  };
}

/** The dataset cannot be read in full right now: another try, of us or of the next container, may. */
const unreadable = [StoreUnavailableError, NothingPublishedError, MissingContentError, ContentError];

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatasetGoneError) return gone(error);
  if (error instanceof TooBroadError) return tooBroad(error);
  if (unreadable.some((kind) => error instanceof kind)) return unavailable(error);
  return new Problem(
    500,
    'internal',
    'Something went wrong here',
    'The fault is ours. Please try again; for treatment referral call 1-800-662-HELP (4357), in a crisis call or text 988.',
    { cause: error },
  );
}

/** Where a face has no better words for it. */
function tooBroad(cause: unknown): Problem {
  const detail =
    'Answering exactly would take more reads than one request may make. Ask for less, or narrow the search.';
  return new Problem(422, 'too-broad', 'The search is too broad', detail, { cause });
}

function outcomeReply(problem: Problem): APIGatewayProxyResult {
  const { status, headers } = problem;
  const body = JSON.stringify(outcomeOf(problem));
  return reply(status, 'application/fhir+json', body, { 'cache-control': 'no-store', ...headers });
}

function problemReply(problem: Problem, publicUrl: string): APIGatewayProxyResult {
  const { status, kind, title, detail, errors, headers, members } = problem;
  const body = {
    type: `${publicUrl}/problems/${kind}`,
    title,
    status,
    detail,
    ...(errors.length === 0 ? {} : { errors }),
    ...members,
  };
  return reply(status, 'application/problem+json', JSON.stringify(body), { 'cache-control': 'no-store', ...headers });
}
