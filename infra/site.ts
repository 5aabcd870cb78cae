import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { cdnHeader } from '../functions/http/response.ts';
import { SETTINGS_PATH } from '../web/console/sign-in/settings.ts';
import type { PublicApi } from './api.ts';
import { apiPatterns, pagePatterns } from './api-paths.ts';
import { edgeCode, edgeSource } from './edge-code.ts';
import { apiRequestSource, pageRequestSource, siteRequestSource } from './edge-functions.ts';
import { globalName } from './global-name.ts';
import { IMMUTABLE_FOLDER } from './locator-files.ts';
import {
  apiHeaders,
  apiSearchHeaders,
  CONSOLE_PATTERN,
  consoleHeaders,
  drawnPageHeaders,
  FRAME_PATH,
  frameHeaders,
  siteHeaders,
} from './security-headers.ts';
import { buildSite, readSiteContents } from './site-assets.ts';

export interface SiteProps {
  readonly api: PublicApi;
  /** Added to every request to the API, as `x-api-key`. */
  readonly apiKey: string;
  /** The firewall's ARN. */
  readonly webAclId: string;
  readonly webFolder: string;
  /** Origin of the sign-in pages: the console's page may connect to it. */
  readonly signInOrigin: string;
  /** Where visitors report a wrong fact: an email address or an https page. */
  readonly reportTo?: string | undefined;
  /** A custom domain, with its certificate in us-east-1. @default CloudFront's */
  readonly domain?: { readonly name: string; readonly certificateArn: string } | undefined;
}

/** A changed dataset is visible through the CDN within this time, whatever an answer says. */
const longestApiCache = Duration.seconds(60);

/** Files for devices never change at their URL; a day is the longest that removed content may stay anywhere. */
const longestPartCache = Duration.days(1);
const PARTS_PATTERN = '/v1/dataset/*';
const AGENTS_PATTERN = '/v1/agent/*';

/** CloudFront would cache these errors for 10 s, and so show one visitor's failure to the next. */
const errorsNotKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/**
 * The website's domain: the page from a private bucket, and the API's paths from the API. It writes no log:
 * CloudFront's logs contain the query, IP address and user agent of every request.
 */
export class Site extends Construct {
  /** The website's URL, without a closing slash. */
  readonly url: string;
  readonly bucket: IBucket;
  readonly distribution: Distribution;
  /** Deployments that copy the built files into the bucket. */
  readonly files: readonly BucketDeployment[];

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { api, apiKey, webAclId, webFolder, signInOrigin, reportTo, domain } = props;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: false,
      // It only holds files that a deployment builds again.
      removalPolicy: RemovalPolicy.DESTROY,
      // The library's types do not support exactOptionalPropertyTypes: its own class does not match its own interface.
    }) as IBucket;
    const builtSite = mkdtempSync(join(tmpdir(), 'locator-site-'));
    buildSite(builtSite, webFolder, reportTo);
    const fromBucket: BehaviorOptions = {
      // With LIST, S3 answers 404 instead of 403 for a missing file; no query reaches S3, so nothing can be listed.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: new S3OriginAccessControl(this, 'BucketAccess', {
          originAccessControlName: globalName(this, 'Site'),
        }),
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: siteHeaders(this),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.siteRequest(builtSite) }],
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Treatment-program locator',
      defaultRootObject: 'index.html',
      defaultBehavior: fromBucket,
      additionalBehaviors: {
        [FRAME_PATH]: { ...fromBucket, responseHeadersPolicy: frameHeaders(this) },
        [CONSOLE_PATTERN]: { ...fromBucket, responseHeadersPolicy: consoleHeaders(this, signInOrigin) },
        ...this.apiBehaviors(api, apiKey),
      },
      webAclId,
      errorResponses: errorsNotKept.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: false,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    const source = Source.asset(builtSite);
    const files = new BucketDeployment(this, 'Files', {
      sources: [source],
      // Excludes files that are kept or written separately: old chunks stay, and the settings come from the sign-in.
      exclude: [`${IMMUTABLE_FOLDER}/*`, SETTINGS_PATH.slice(1)],
      destinationBucket: bucket,
      distribution,
      memoryLimit: 256,
      // Deleting the stack deletes the files; otherwise the bucket could not be deleted, because it is not empty.
      retainOnDelete: false,
      // Browsers revalidate each time (a short 304), so page and script never mix two deployments; the CDN caches the
      // files, because a deployment invalidates them.
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=86400, must-revalidate')],
    });
    const chunks = new BucketDeployment(this, 'Chunks', {
      sources: [source],
      exclude: ['*'],
      include: [`${IMMUTABLE_FOLDER}/*`],
      destinationBucket: bucket,
      memoryLimit: 256,
      // A page that was opened before a deployment still loads chunks of the old version.
      prune: false,
      retainOnDelete: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    this.bucket = bucket;
    this.distribution = distribution;
    this.files = [files, chunks];
    // The asset has its own copy now.
    rmSync(builtSite, { recursive: true });
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;
  }

  /** The paths of the API, each with its own policies; a more specific pattern comes first. */
  private apiBehaviors(api: PublicApi, apiKey: string): Record<string, BehaviorOptions> {
    const behavior: BehaviorOptions = {
      origin: new HttpOrigin(api.hostName, {
        originPath: `/${api.stageName}`,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        // Replaces any headers that the visitor sent under these names.
        customHeaders: { 'x-api-key': apiKey, [cdnHeader]: '1' },
      }),
      cachePolicy: this.apiCachePolicy(),
      originRequestPolicy: this.apiRequestPolicy(),
      responseHeadersPolicy: apiHeaders(this),
      // No redirect: a client that used plain HTTP has already sent its query unencrypted and should notice.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      compress: true,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.viewerRequest() }],
    };
    const search = { ...behavior, responseHeadersPolicy: apiSearchHeaders(this) };
    const mcp = { ...behavior, originRequestPolicy: this.mcpRequestPolicy() };
    // Pages for people, which load styles and post forms, and whose URLs may have been typed without https.
    const page = {
      ...behavior,
      responseHeadersPolicy: drawnPageHeaders(this),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pageRequest() }],
    };
    const parts = { ...behavior, cachePolicy: this.partsCachePolicy() };
    const agents = {
      ...behavior,
      cachePolicy: this.agentCachePolicy(),
      originRequestPolicy: this.agentRequestPolicy(),
      functionAssociations: [
        ...(behavior.functionAssociations ?? []),
        { eventType: FunctionEventType.VIEWER_RESPONSE, function: this.agentResponse() },
      ],
    };
    const special: Record<string, BehaviorOptions> = {
      [AGENTS_PATTERN]: agents,
      [PARTS_PATTERN]: parts,
      '/v1/centers*': search,
      '/v1/paths*': search,
      '/fhir/*': search,
      '/hsds/*': search,
      '/mcp': mcp,
      '/mcp/': mcp,
      ...Object.fromEntries(pagePatterns.map((one) => [one, page])),
    };
    return { ...special, ...Object.fromEntries(apiPatterns.map((one) => [one, special[one] ?? behavior])) };
  }

  private siteRequest(builtSite: string): EdgeFunction {
    return new EdgeFunction(this, 'SiteRequest', {
      functionName: globalName(this, 'SiteRequest'),
      comment: 'Pages by the name of their folder; a page for what is not there',
      code: edgeCode(siteRequestSource(readSiteContents(builtSite))),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private viewerRequest(): EdgeFunction {
    return new EdgeFunction(this, 'ViewerRequest', {
      functionName: globalName(this, 'ViewerRequest'),
      comment: 'One cache key for requests that mean the same; 429 for one too many',
      code: edgeCode(apiRequestSource()),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private pageRequest(): EdgeFunction {
    return new EdgeFunction(this, 'PageRequest', {
      functionName: globalName(this, 'PageRequest'),
      comment: 'One cache key for requests that mean the same; a page for one too many',
      code: edgeCode(pageRequestSource()),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private agentResponse(): EdgeFunction {
    return new EdgeFunction(this, 'AgentResponse', {
      functionName: globalName(this, 'AgentResponse'),
      comment: 'How to sign in, under its own name',
      code: edgeCode(edgeSource('agent-response.js', {})),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  /**
   * Every answer to an agent is no-store. The token is part of the key because CloudFront only forwards it that way.
   */
  private agentCachePolicy(): CachePolicy {
    return this.cachePolicy('AgentCache', 'Path, query, Accept, token', Duration.seconds(1), 'Authorization');
  }

  private apiCachePolicy(): CachePolicy {
    return this.cachePolicy('ApiCache', 'Path, query, Accept', longestApiCache);
  }

  private partsCachePolicy(): CachePolicy {
    return this.cachePolicy('PartsCache', 'Path, query, Accept; up to a day', longestPartCache);
  }

  /** Keyed by path, query (sorted by `viewer-request.js`) and Accept. An answer is cached only if it says so. */
  private cachePolicy(id: string, comment: string, maxTtl: Duration, ...headers: string[]): CachePolicy {
    return new CachePolicy(this, id, {
      cachePolicyName: globalName(this, id),
      comment,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl,
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.allowList('Accept', ...headers),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  /**
   * Further headers that reach the API: the CDN's city-level guess of the location (for `near=me`), the body's type,
   * how strict to be (FHIR's `Prefer`), and the headers of preflights. Not the visitor's user agent, language,
   * referrer, origin or cookies. CloudFront itself adds the IP address (X-Forwarded-For); the handler neither reads nor
   * logs it.
   */
  private apiRequestPolicy(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'ApiRequest', {
      originRequestPolicyName: globalName(this, 'ApiRequest'),
      comment: 'City-level location and content type; nothing else about the visitor',
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'CloudFront-Viewer-Latitude',
        'CloudFront-Viewer-Longitude',
        'Content-Type',
        'Prefer',
        'Access-Control-Request-Method',
        'Access-Control-Request-Headers',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
  }

  /** The same for agents, plus the version that they saw. */
  private agentRequestPolicy(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'AgentRequest', {
      originRequestPolicyName: globalName(this, 'AgentRequest'),
      comment: 'Content type and the version that a change is based on',
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'Content-Type',
        'If-Match',
        'Access-Control-Request-Method',
        'Access-Control-Request-Headers',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
  }

  /**
   * The same for the Model Context Protocol: its own headers, and `Origin`, which servers must check. Not the CDN's
   * guess of a location, which would be the model's and not the person's.
   */
  private mcpRequestPolicy(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'McpRequest', {
      originRequestPolicyName: globalName(this, 'McpRequest'),
      comment: 'Content type and the headers of the Model Context Protocol',
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'Content-Type',
        'Origin',
        'MCP-Protocol-Version',
        'Mcp-Method',
        'Mcp-Name',
        'Access-Control-Request-Method',
        'Access-Control-Request-Headers',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
  }
}
