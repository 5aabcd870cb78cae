import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem } from './problem.ts';

/** Largest answer. Lambda returns at most 6 MB, including the body as a JSON string; the rest is for headers. */
const MOST_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** @throws Problem 422 if Lambda would refuse the answer, which callers would see as a 502 without a reason. */
export function withinAnswerSize(answer: APIGatewayProxyResult): APIGatewayProxyResult {
  // JSON writes a character as at most six bytes, so most answers are known to fit without an exact count.
  const { length } = answer.body;
  if (length * 6 <= MOST_BYTES || Buffer.byteLength(JSON.stringify(answer.body)) <= MOST_BYTES) return answer;
  throw new Problem(
    422,
    'too-broad',
    'The answer would be too large',
    'All that was asked for takes more than one answer may hold. Ask for fewer at a time, or for less of each: a smaller ' +
      'limit, per_page or _count, or without full and full_service.',
  );
}
