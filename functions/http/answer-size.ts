import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem } from './problem.ts';

/** Lambda hands back at most 6 MB, the body as a JSON string within it; room is left for headers. */
const MOST_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** @throws Problem 422 where Lambda would turn the answer away, which callers would see as a 502 without a reason. */
export function withinAnswerSize(answer: APIGatewayProxyResult): APIGatewayProxyResult {
  // Escaped, a character takes at most six bytes: nearly every answer is passed without being counted.
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
