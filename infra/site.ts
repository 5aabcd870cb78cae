import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { SETTINGS_PATH } from '../web/console/sign-in/settings.ts';
import type { PublicApi } from './api.ts';
import { apiBehaviors } from './api-behaviors.ts';
import { edgeCode } from './edge-code.ts';
import { siteRequestSource } from './edge-functions.ts';
import { globalName } from './global-name.ts';
import { IMMUTABLE_FOLDER } from './locator-files.ts';
import { CONSOLE_PATTERN, consoleHeaders, FRAME_PATH, frameHeaders, siteHeaders } from './security-headers.ts';
import { buildSite, readSiteContents } from './site-assets.ts';

export interface SiteProps {
  readonly api: PublicApi;
  /** The key that CloudFront adds to every request to the API, as `x-api-key`. */
  readonly apiKey: string;
  /** ARN of the firewall. */
  readonly webAclId: string;
  readonly webFolder: string;
  /** Origin of the sign-in pages. The console's page may connect to it. */
  readonly signInOrigin: string;
  /** An email address or an https page where visitors report a wrong fact. */
  readonly reportTo?: string | undefined;
  /** A custom domain, with its certificate in us-east-1. @default CloudFront's */
  readonly domain?: { readonly name: string; readonly certificateArn: string } | undefined;
}

/**
 * Statuses that the CDN must not cache. By default it caches them for 10 s, and so shows one visitor's failure to the
 * next.
 */
const errorsNotKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/**
 * The website's domain. The page is served from a private bucket, and the API's paths from the API. There is no access
 * log, because CloudFront's logs contain the query, IP address and user agent of every request.
 */
export class Site extends Construct {
  /** URL of the website, without a closing slash. */
  readonly url: string;
  readonly bucket: IBucket;
  readonly distribution: Distribution;
  /** The deployments that copy the built files into the bucket. */
  readonly files: readonly BucketDeployment[];

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { api, apiKey, webAclId, webFolder, signInOrigin, reportTo, domain } = props;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: false,
      // The bucket is deleted with the stack, because a deployment can build its files again.
      removalPolicy: RemovalPolicy.DESTROY,
      // The cast is needed because the library's types do not support exactOptionalPropertyTypes.
    }) as IBucket;
    const builtSite = mkdtempSync(join(tmpdir(), 'locator-site-'));
    buildSite(builtSite, webFolder, reportTo);
    const fromBucket: BehaviorOptions = {
      // With the right to list, S3 answers 404 instead of 403 for a missing file. Visitors cannot list files with it,
      // because no query reaches S3.
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
        ...apiBehaviors(this, api, apiKey),
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
    this.bucket = bucket;
    this.distribution = distribution;
    this.files = this.copyFiles(builtSite, bucket, distribution);
    // The files were copied when the asset was created, so the temporary folder can be removed.
    rmSync(builtSite, { recursive: true });
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;
  }

  /** Copies the built files into the bucket. */
  private copyFiles(builtSite: string, bucket: IBucket, distribution: Distribution): readonly BucketDeployment[] {
    const source = Source.asset(builtSite);
    const files = new BucketDeployment(this, 'Files', {
      sources: [source],
      // These files are copied separately: old chunks must stay, and the settings are known only after the sign-in
      // exists.
      exclude: [`${IMMUTABLE_FOLDER}/*`, SETTINGS_PATH.slice(1)],
      destinationBucket: bucket,
      distribution,
      memoryLimit: 256,
      // The files are deleted with the stack. Otherwise the bucket could not be deleted, because it would not be empty.
      retainOnDelete: false,
      // Browsers ask each time whether a file changed (a short 304), so page and script are never from two deployments.
      // The CDN may cache the files, because a deployment invalidates them.
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=86400, must-revalidate')],
    });
    const chunks = new BucketDeployment(this, 'Chunks', {
      sources: [source],
      exclude: ['*'],
      include: [`${IMMUTABLE_FOLDER}/*`],
      destinationBucket: bucket,
      memoryLimit: 256,
      // Old chunks are not deleted, because a page that was opened before a deployment still loads them.
      prune: false,
      retainOnDelete: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    return [files, chunks];
  }

  private siteRequest(builtSite: string): EdgeFunction {
    return new EdgeFunction(this, 'SiteRequest', {
      functionName: globalName(this, 'SiteRequest'),
      comment: 'Pages by the name of their folder; a page for what is not there',
      code: edgeCode(siteRequestSource(readSiteContents(builtSite))),
      runtime: FunctionRuntime.JS_2_0,
    });
  }
}
