import type { CenterAnswer, ContinuumAnswer, HealthAnswer, PathsAnswer, PathsRequest, PlacesAnswer, SearchAnswer, SearchRequest, StatesAnswer, TaxonomyAnswer } from './types.js';
/** A body whose lists may be read-only. */
type Given<Body> = {
    readonly [Field in keyof Body]: Body[Field] extends (infer Item)[] | undefined ? readonly Item[] : Body[Field];
};
/** The fields of a search; lists may be read-only. */
export type SearchFields = Given<SearchRequest>;
/** The fields of a question for paths. */
export type PathsFields = Given<PathsRequest>;
export interface ClientOptions {
    /** Address of the API, with or without a closing slash; nothing for the page's own. */
    readonly baseUrl?: string;
    /** For the API's own domain; the website's domain takes none. */
    readonly apiKey?: string;
    /** How long to wait for an answer, in milliseconds. @default 15000 */
    readonly timeoutMs?: number;
    /**
     * Whether a search gives up the search before it, and a question for places the one before it, as a page wants it
     * where somebody types. A server that asks for several people says false. @default true
     */
    readonly abortPrevious?: boolean;
    /** Another way to send requests. @default the global fetch */
    readonly fetch?: typeof fetch;
}
export interface CallOptions {
    /** Gives the request up. */
    readonly signal?: AbortSignal;
}
/**
 * Asks the locator's API, from a browser or from Node.
 *
 * Every call fails with a {@link ProblemError} where the API answers with one, with a {@link NoAnswerError} where
 * nothing comes back, and with the signal's own reason (`AbortError`) where it was given up.
 */
export declare class LocatorClient {
    #private;
    constructor(options?: ClientOptions);
    /** Finds centers. The search goes in the body, so that a place stands in no URL, history or log. */
    search(fields: SearchFields, options?: CallOptions): Promise<SearchAnswer>;
    /** The pages of a search, one after the other. A page that fails can be asked for again with its `cursor`. */
    pages(fields: SearchFields, options?: CallOptions): AsyncGenerator<SearchAnswer, void, undefined>;
    /** One center with everything that it offers. */
    center(id: string, { signal }?: CallOptions): Promise<CenterAnswer>;
    /** Where to go on from each level of a center. @param within A radius such as `50mi`. */
    continuum(id: string, { signal, within }?: CallOptions & {
        readonly within?: string;
    }): Promise<ContinuumAnswer>;
    /**
     * The shortest ways through one center of each level, such as detox, then residential, then IOP. The question goes in the
     * body, as that of a search does.
     */
    paths(fields: PathsFields, { signal }?: CallOptions): Promise<PathsAnswer>;
    /** ZIPs and cities that begin so. @param limit At most so many, up to 20. */
    places(q: string, options?: CallOptions & {
        readonly limit?: number;
    }): Promise<PlacesAnswer>;
    /** Every value that the narrowing fields take, and how many centers have it. */
    taxonomy({ signal }?: CallOptions): Promise<TaxonomyAnswer>;
    /** The states that are served. */
    states({ signal }?: CallOptions): Promise<StatesAnswer>;
    health({ signal }?: CallOptions): Promise<HealthAnswer>;
}
export {};
