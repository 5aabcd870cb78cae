import type { z } from 'zod';
import type { resourceSchemas } from './resources.ts';

/** A function as the template declares it. */
export interface FunctionDeclaration {
  readonly id: string;
  /** Folder of the bundle. */
  readonly folder: string;
  /** `file.export`, such as `index.handler`. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Greatest number of parallel invocations. @default as many as the account allows */
  readonly concurrency: number | undefined;
  /** Values may be intrinsic functions. */
  readonly environment: Readonly<Record<string, unknown>>;
}

/** One resource of the API's tree, with the integration of each method. */
export interface ResourceDeclaration {
  readonly id: string;
  /** Such as `/v1/centers/{id}`; the root is `/`. */
  readonly path: string;
  readonly methods: ReadonlyMap<string, MethodDeclaration>;
}

export interface MethodDeclaration {
  /** The function that answers, or a fixed answer. */
  readonly answer: { readonly functionId: string; readonly timeoutMs: number } | StaticAnswer;
  readonly apiKeyRequired: boolean;
}

export interface StaticAnswer {
  readonly status: number;
  /** Literals in single quotes, or `context.…`. */
  readonly headers: Readonly<Record<string, string>>;
}

interface GatewayResponseDeclaration {
  /** @default the status of the error it is used for */
  readonly status: number | undefined;
  /** Literals in single quotes, or `context.…`. */
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
  /** Answers of at least this many bytes are compressed for clients that accept it; undefined: never. */
  readonly minimumCompressionBytes: number | undefined;
  /** Limits for each method of the stage. */
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
  /** Limits for each key. */
  readonly throttle: ThrottleDeclaration | undefined;
  readonly quota: { readonly limit: number; readonly period: 'DAY' | 'WEEK' | 'MONTH' } | undefined;
}

/** A key of the template itself, on a plan. */
interface ApiKeyDeclaration {
  readonly name: string;
  /** May be an intrinsic function that refers to a secret. */
  readonly value: unknown;
  readonly planId: string;
}

/** Marks requests of an IP address over the limit, before everything else. */
export interface FirewallDeclaration {
  readonly limit: number;
  readonly windowSeconds: number;
  /** Paths that count. */
  readonly counts: RegExp;
  /** Headers that mark a request over the limit, as the CDN's functions see them. */
  readonly mark: Readonly<Record<string, string>>;
}

/** The CDN's settings for the paths of one pattern. */
export interface BehaviorDeclaration {
  /** Such as `/v1/*`; the last one, `*`, matches everything else. */
  readonly pattern: string;
  readonly origin: 'site' | 'api';
  readonly allowedMethods: readonly string[];
  /** Request headers that reach the origin, in lower case. */
  readonly forwardedHeaders: ReadonlySet<string>;
  /** Added to every request to the origin. Values may be intrinsic functions. */
  readonly originHeaders: Readonly<Record<string, unknown>>;
  /** True if the CDN compresses what the origin did not. */
  readonly compress: boolean;
  /** Values may be intrinsic functions. */
  readonly responseHeaders: Readonly<Record<string, unknown>>;
  /** Also added if the request comes from a page of another origin. */
  readonly corsHeaders: Readonly<Record<string, string>>;
  /** Source of the function that sees the request first. */
  readonly viewerRequest: string | undefined;
  /** Source of the function that sees the answer last. */
  readonly viewerResponse: string | undefined;
}

export interface SiteDeclaration {
  readonly id: string;
  readonly rootObject: string;
  readonly behaviors: readonly BehaviorDeclaration[];
  /** Folder of the built page. */
  readonly folder: string;
  readonly cacheControl: string | undefined;
  /** Cache-Control of files in some folders; the folder ends with a slash. */
  readonly folderCacheControl: readonly { readonly folder: string; readonly cacheControl: string }[];
  readonly firewall: FirewallDeclaration | undefined;
}

export type TableDeclaration = z.infer<typeof resourceSchemas.table> & { readonly id: string };

/** The function that receives uploads to a bucket. */
export interface UploadsDeclaration {
  readonly bucketId: string;
  readonly functionId: string;
  /** Prefix of the keys of such objects. */
  readonly prefix: string;
}

/** The sign-in service. */
export interface SignInDeclaration {
  readonly poolId: string;
  /** The app that tokens are issued to. */
  readonly clientId: string;
}

/** The parts of the template that the local server implements. */
export interface Declaration {
  readonly table: TableDeclaration;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly api: ApiDeclaration;
  readonly site: SiteDeclaration;
  /** Length in characters of each secret that a deployment would generate, by logical id. */
  readonly secrets: ReadonlyMap<string, number>;
  readonly uploads: UploadsDeclaration;
  /** Undefined where the application has no sign-in. */
  readonly signIn: SignInDeclaration | undefined;
}
