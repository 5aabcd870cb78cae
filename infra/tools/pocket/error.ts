/** Stops the command for a reason outside of the code: printed without a stack trace. */
export class PocketError extends Error {
  override readonly name = 'PocketError';
}
