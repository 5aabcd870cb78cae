/** The part of the package that these checks use: it brings no types. */
declare module 'jsonld' {
  interface ExpandOptions {
    readonly documentLoader: (
      url: string,
    ) => Promise<{ readonly document: unknown; readonly documentUrl: string; readonly contextUrl: null }>;
    /** Called for everything that expansion drops or cannot resolve. */
    readonly eventHandler: (given: { readonly event: { readonly code: string; readonly details: object } }) => void;
  }
  const jsonld: { expand(document: object, options: ExpandOptions): Promise<readonly unknown[]> };
  export default jsonld;
}
