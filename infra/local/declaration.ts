import type { z } from 'zod';
import type { resourceSchemas } from './resources.ts';

/** A Lambda function as the template declares it. */
export interface FunctionDeclaration {
  readonly id: string;
  /** Folder with the function's bundle. */
  readonly folder: string;
  /** The exported handler as `file.export`, such as `index.handler`. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Maximum number of parallel invocations. @default as many as the account allows */
  readonly concurrency: number | undefined;
  /** Environment variables. Their values may be intrinsic functions. */
  readonly environment: Readonly<Record<string, unknown>>;
}

/** One resource of the API's tree, with the methods that it has. */
export interface ResourceDeclaration {
  readonly id: string;
  /** The path, such as `/v1/centers/{id}`; `/` for the root. */
  readonly path: string;
  readonly methods: ReadonlyMap<string, MethodDeclaration>;
}

export interface MethodDeclaration {
  /** What answers requests: a function, or a fixed answer. */
  readonly answer: { readonly functionId: string; readonly timeoutMs: number } | StaticAnswer;
  readonly apiKeyRequired: boolean;
}

export interface StaticAnswer {
  readonly status: number;
  /** Header values: literals in single quotes, or references such as `context.requestId`. */
  readonly headers: Readonly<Record<string, string>>;
}

interface GatewayResponseDeclaration {
  /** Status of the answer. @default the status of the error that it is used for */
  readonly status: number | undefined;
  /** Header values: literals in single quotes, or references such as `context.requestId`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly template: string | undefined;
}

export interface ApiDeclaration {
  readonly id: string;
  readonly stageName: string;
  readonly stageVariables: Readonly<Record<string, string>> | null;
  readonly binaryMediaTypes: readonly string[];
  readonly resources: readonly ResourceDeclaration[];
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponseDeclaration>;
  /**
   * Answers of at least this many bytes are compressed if the client accepts it. If undefined, nothing is compressed.
   */
  readonly minimumCompressionBytes: number | undefined;
  /** Limits for each method of the stage, of all callers together. */
  readonly throttle: ThrottleDeclaration | undefined;
  readonly usagePlans: readonly UsagePlanDeclaration[];
  readonly apiKeys: readonly ApiKeyDeclaration[];
}

export interface ThrottleDeclaration {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface UsagePlanDeclaration {
  readonly id: string;
  readonly name: string;
  /** Limits for each key of the plan. */
  readonly throttle: ThrottleDeclaration | undefined;
  readonly quota: { readonly limit: number; readonly period: 'DAY' | 'WEEK' | 'MONTH' } | undefined;
}

/** An API key that the template declares and puts on a plan. */
interface ApiKeyDeclaration {
  readonly name: string;
  /** The key itself. It may be an intrinsic function that refers to a secret. */
  readonly value: unknown;
  readonly planId: string;
}

/** The firewall's rate rule. It marks requests from an IP address over the limit, before anything else sees them. */
export interface FirewallDeclaration {
  readonly limit: number;
  readonly windowSeconds: number;
  /** Matches the paths whose requests are counted. */
  readonly counts: RegExp;
  /** Headers that mark a request over the limit, with the names that the CDN's functions see. */
  readonly mark: Readonly<Record<string, string>>;
}

/** The CDN's settings for the paths of one pattern. */
export interface BehaviorDeclaration {
  /** The path pattern, such as `/v1/*`. The last one, `*`, matches everything else. */
  readonly pattern: string;
  readonly origin: 'site' | 'api';
  readonly allowedMethods: readonly string[];
  /** Names of the request headers that are forwarded to the origin, in lower case. */
  readonly forwardedHeaders: ReadonlySet<string>;
  /** Headers that are added to every request to the origin. Their values may be intrinsic functions. */
  readonly originHeaders: Readonly<Record<string, unknown>>;
  /** True if the CDN compresses answers that the origin did not compress. */
  readonly compress: boolean;
  /** Headers that are added to every answer. Their values may be intrinsic functions. */
  readonly responseHeaders: Readonly<Record<string, unknown>>;
  /** Headers that are added too if the request comes from a page of another origin. */
  readonly corsHeaders: Readonly<Record<string, string>>;
  /** Source of the function that runs on the request before it is forwarded. */
  readonly viewerRequest: string | undefined;
  /** Source of the function that runs on the answer before it is sent. */
  readonly viewerResponse: string | undefined;
}

export interface SiteDeclaration {
  readonly id: string;
  readonly rootObject: string;
  readonly behaviors: readonly BehaviorDeclaration[];
  /** Folder of the built site. */
  readonly folder: string;
  readonly cacheControl: string | undefined;
  /** Cache-Control of the files in some folders, by folder; a folder's name ends with a slash. */
  readonly folderCacheControl: readonly { readonly folder: string; readonly cacheControl: string }[];
  readonly firewall: FirewallDeclaration | undefined;
}

export type TableDeclaration = z.infer<typeof resourceSchemas.table> & { readonly id: string };

/** The function that is invoked for uploads to a bucket. */
export interface UploadsDeclaration {
  readonly bucketId: string;
  readonly functionId: string;
  /** Only objects whose keys begin with this prefix invoke the function. */
  readonly prefix: string;
}

/** The user pool that people sign in to. */
export interface SignInDeclaration {
  readonly poolId: string;
  /** The id of the app that tokens are issued to. */
  readonly clientId: string;
}

/** The parts of the synthesized template that the local server implements. */
export interface Declaration {
  readonly table: TableDeclaration;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly api: ApiDeclaration;
  readonly site: SiteDeclaration;
  /** The secrets that a deployment would generate: the length of each in characters, by logical id. */
  readonly secrets: ReadonlyMap<string, number>;
  readonly uploads: UploadsDeclaration;
  /** Undefined if the application has no sign-in. */
  readonly signIn: SignInDeclaration | undefined;
}
