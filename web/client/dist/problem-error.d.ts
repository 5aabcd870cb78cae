import type { Problem } from './types.js';
/** An error answer: problem details (RFC 9457) from the API, with facts from its headers. */
export declare class ProblemError extends Error {
    readonly name = "ProblemError";
    readonly status: number;
    /** Last part of the problem's type, such as `too-broad`; `unknown` if the answer was not a problem document. */
    readonly kind: string;
    readonly problem: Problem;
    /** Id of the request, for error reports. It reveals nothing about the request's content. */
    readonly requestId: string | null;
    /** Seconds to wait before trying again. Null if the answer does not say. */
    readonly retryAfter: number | null;
    constructor(status: number, problem: Problem, headers: Headers);
    /** True if repeating the request may help, because the service failed and not the request. */
    get retryable(): boolean;
}
/** There was no answer: no connection, or a timeout. Trying again may help. */
export declare class NoAnswerError extends Error {
    readonly name = "NoAnswerError";
    readonly retryable = true;
}
/** Reads the body of an error; a body that is not a problem document still gives an error that can be shown. */
export declare function problemOf(response: Response): Promise<ProblemError>;
