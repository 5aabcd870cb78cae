/** The command ran and already printed what is wrong: exit with code 1 and print nothing more. */
export class FailedCheck extends Error {}
