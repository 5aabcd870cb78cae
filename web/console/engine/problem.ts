interface LookupProblem {
  readonly problem: {
    readonly detail: string;
    readonly errors?: readonly { readonly message: string }[];
    readonly candidates?: readonly { readonly label: string }[];
  };
}

/** True for a search that was refused. The error uses the API's wording. */
export function isProblem(error: unknown): error is LookupProblem {
  return error instanceof Error && 'problem' in error && 'status' in error;
}
