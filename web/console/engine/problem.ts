interface LookupProblem {
  readonly problem: {
    readonly detail: string;
    readonly errors?: readonly { readonly message: string }[];
    readonly candidates?: readonly { readonly label: string }[];
  };
}

/** True if the error says that the search is not possible. Its text is the API's own. */
export function isProblem(error: unknown): error is LookupProblem {
  return error instanceof Error && 'problem' in error && 'status' in error;
}
