/** What stops the command and is no fault of the code: told without a stack. */
export class PocketError extends Error {
  override readonly name = 'PocketError';
}
