import type { Problem } from './types.js';
/** An answer that is an error: problem details (RFC 9457) as the API tells them, with what stood around them. */
export declare class ProblemError extends Error {
    readonly name = "ProblemError";
    readonly status: number;
    /** Last part of the problem's type, such as `too-broad`; `unknown` where the answer was no problem document. */
    readonly kind: string;
    readonly problem: Problem;
    /** For a report: leads to the request without saying what was asked. */
    readonly requestId: string | null;
    /** Seconds to wait before asking again, where the answer says so. */
    readonly retryAfter: number | null;
    constructor(status: number, problem: Problem, headers: Headers);
    /** Worth asking the same again: the service's fault, not the question's. */
    get retryable(): boolean;
}
/** Nothing came back: no connection, or no answer in time. Worth asking again. */
export declare class NoAnswerError extends Error {
    readonly name = "NoAnswerError";
    readonly retryable = true;
}
/** Reads the body of an error; one that is no problem document still gives an error that can be shown. */
export declare function problemOf(response: Response): Promise<ProblemError>;
