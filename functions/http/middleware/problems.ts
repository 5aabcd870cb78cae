import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { ContentError } from '../../dataset/content.ts';
import { MissingContentError, NothingPublishedError, StoreUnavailableError } from '../../dataset/dataset-reader.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { DatasetGoneError } from '../../search/datasets.ts';
import type { Conventions, ConventionsAt } from '../conventions.ts';
import { gone, Problem, unavailable } from '../problem.ts';
import { reply, takesHtml } from '../response.ts';
import { stateOfEvent } from '../state.ts';

/** The only place that turns an error into a response. An unexpected error becomes a 500 without internal details. */
export function problems(
  publicUrl: string,
  conventionsAt: ConventionsAt,
): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'problems',
    onError: async (request) => {
      const { path } = request.event as { path?: unknown };
      const conventions = conventionsAt(path);
      const { errorType, errorBody, errorPage } = conventions;
      const problem = problemOf(request.error, conventions);
      const asked = stateOfEvent(request.event).request;
      if (errorPage !== undefined && asked !== null && takesHtml(asked)) {
        const page = await errorPage(problem, asked.path, publicUrl);
        request.response = { ...page, headers: { ...page.headers, ...problem.headers } };
        return;
      }
      const body = JSON.stringify(errorBody(problem, publicUrl));
      request.response = reply(problem.status, errorType, body, { 'cache-control': 'no-store', ...problem.headers });
    },
  };
}

/** Errors for a dataset that cannot be read completely now. They become a 503, because a retry may succeed. */
const unreadable = [StoreUnavailableError, NothingPublishedError, MissingContentError, ContentError];

/**
 * Converts any error to the problem to answer with.
 * @param conventions Conventions of the requested face, which phrase the advice.
 */
export function problemOf(error: unknown, { tooBroad }: Pick<Conventions, 'tooBroad'>): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatasetGoneError) return gone(error);
  if (error instanceof TooBroadError) {
    const { detail, members } = tooBroad(error.narrowing);
    return new Problem(422, 'too-broad', 'The search is too broad', detail, { cause: error, members });
  }
  if (unreadable.some((kind) => error instanceof kind)) return unavailable(error);
  return new Problem(
    500,
    'internal',
    'Something went wrong here',
    'The fault is ours. Please try again; for treatment referral call 1-800-662-HELP (4357), in a crisis call or text 988.',
    { cause: error },
  );
}
