/** A command did its work and printed that something is wrong: it ends with 1, and nothing more is to be said. */
export class FailedCheck extends Error {}
