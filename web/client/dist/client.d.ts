import type { CenterAnswer, ContinuumAnswer, HealthAnswer, PathsAnswer, PathsRequest, PlacesAnswer, SearchAnswer, SearchRequest, StatesAnswer, TaxonomyAnswer } from './types.js';
/** A body whose lists may be read-only. */
type Given<Body> = {
    readonly [Field in keyof Body]: Body[Field] extends (infer Item)[] | undefined ? readonly Item[] : Body[Field];
};
/** The fields of a search; lists may be read-only. */
export type SearchFields = Given<SearchRequest>;
/** The fields of a request for paths. */
export type PathsFields = Given<PathsRequest>;
export interface ClientOptions {
    /** URL of the API, with or without a closing slash; empty for the page's own origin. */
    readonly baseUrl?: string;
    /** Needed on the API's own domain; not on the website's domain. */
    readonly apiKey?: string;
    /** How long to wait for an answer, in milliseconds. @default 15000 */
    readonly timeoutMs?: number;
    /**
     * If true, a search aborts the previous search, and a request for places aborts the previous one, as a page with a
     * text box needs. A server with several users passes false. @default true
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
 * Calls the locator's API from a browser or Node. A call fails with a {@link ProblemError} if the API answers with one,
 * with a {@link NoAnswerError} if there is no answer, and with the signal's own reason (`AbortError`) if it was
 * aborted.
 */
export declare class LocatorClient {
    #private;
    constructor(options?: ClientOptions);
    /** Finds centers. The search goes in the body, so that a place stands in no URL, history or log. */
    search(fields: SearchFields, options?: CallOptions): Promise<SearchAnswer>;
    /** The pages of a search, one after the other. A failed page can be requested again with its `cursor`. */
    pages(fields: SearchFields, options?: CallOptions): AsyncGenerator<SearchAnswer, void, undefined>;
    /** One center with all its offerings. */
    center(id: string, { signal }?: CallOptions): Promise<CenterAnswer>;
    /**
     * Where to continue from each level of a center.
     * @param within A radius such as `50mi`.
     */
    continuum(id: string, { signal, within }?: CallOptions & {
        readonly within?: string;
    }): Promise<ContinuumAnswer>;
    /**
     * The shortest paths through one center of each level, such as detox, then residential, then IOP. The fields are sent
     * in the body, as for a search.
     */
    paths(fields: PathsFields, { signal }?: CallOptions): Promise<PathsAnswer>;
    /**
     * ZIPs and cities that begin with the text.
     * @param limit Greatest number of results, up to 20.
     */
    places(q: string, options?: CallOptions & {
        readonly limit?: number;
    }): Promise<PlacesAnswer>;
    /** Every value of the filter fields, and how many centers have it. */
    taxonomy({ signal }?: CallOptions): Promise<TaxonomyAnswer>;
    /** The states that are served. */
    states({ signal }?: CallOptions): Promise<StatesAnswer>;
    health({ signal }?: CallOptions): Promise<HealthAnswer>;
}
export {};
