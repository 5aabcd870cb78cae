export { type CallOptions, type ClientOptions, LocatorClient, type PathsFields, type SearchFields } from './client.js';
export { NoAnswerError, ProblemError } from './problem-error.js';
export type * from './types.js';
