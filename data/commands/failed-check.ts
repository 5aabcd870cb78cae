/**
 * Thrown by a command that already printed what is wrong. The program then exits with code 1 and prints nothing more.
 */
export class FailedCheck extends Error {}
