/** What scripts of other sites may send; the last are the Model Context Protocol's. The API's preflights say the same. */
export const publicSent =
  'accept, content-type, if-none-match, prefer, x-api-key, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id';

/** The same of the admissions team's routes. */
export const agentsSent = 'accept, authorization, content-type, if-match, x-api-key';

/** How long a browser keeps a preflight's answer. */
export const PREFLIGHT_SECONDS = 7_200;
