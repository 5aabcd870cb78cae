/** Thrown to stop the command for a reason outside of the code. Its message is printed without a stack trace. */
export class PocketError extends Error {
  override readonly name = 'PocketError';
}
