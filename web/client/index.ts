export { type CallOptions, type ClientOptions, LocatorClient, type PathsFields, type SearchFields } from './client.ts';
export { NoAnswerError, ProblemError } from './problem-error.ts';
export type * from './types.ts';
