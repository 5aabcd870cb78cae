/**
 * Headers that scripts of other sites may send; the last ones are the Model Context Protocol's. API Gateway's answers
 * to preflight requests list the same headers.
 */
export const publicSent =
  'accept, content-type, if-none-match, prefer, x-api-key, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id';

/** Headers that scripts of other sites may send to the admissions team's routes. */
export const agentsSent = 'accept, authorization, content-type, if-match, x-api-key';

/** Seconds for which a browser caches a preflight. */
export const PREFLIGHT_SECONDS = 7_200;
