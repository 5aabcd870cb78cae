interface LookupProblem {
  readonly problem: {
    readonly detail: string;
    readonly errors?: readonly { readonly message: string }[];
    readonly candidates?: readonly { readonly label: string }[];
  };
}

/** What the device's search refuses, in the API's words. */
export function isProblem(error: unknown): error is LookupProblem {
  return error instanceof Error && 'problem' in error && 'status' in error;
}
