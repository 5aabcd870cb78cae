import { Aws, Duration, Size, Stack } from 'aws-cdk-lib';
import {
  EndpointType,
  type IResource,
  LambdaIntegration,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { openRoutes, publicRoutes } from '../functions/api/public-routes.ts';
import { agentReadRoutes, agentRoutes, agentWriteRoutes } from '../functions/faces/agent/routes.ts';
import type { Route } from '../functions/http/route.ts';
import { agentsSent, publicSent } from '../functions/http/sent-headers.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import { addPreflight } from './preflight.ts';

/**
 * The stage's name is a constant, so that the website can use it without depending on the stage. Resource paths begin
 * with /v1.
 */
const stageName = 'live';

/** Shorter than the function's own timeout, so that a slow answer becomes a well-formed 504 of the API. */
const integrationTimeout = Duration.seconds(9);

/** The functions that answer requests, each for its own routes. */
export interface Handlers {
  readonly search: IFunction;
  readonly agentReads: IFunction;
  readonly agentWrites: IFunction;
}

/**
 * The REST API. It declares `routes`, and sends all other requests to the same handlers. It stores nothing about single
 * requests: no access log (its useful fields are path, query and IP address), no execution log and no data trace (they
 * contain whole requests), no tracing (it samples URLs), and no per-method metrics, which would need logs. What remains
 * is counts and latencies of the whole API, which the alarms use.
 */
export class PublicApi extends Construct {
  readonly restApi: RestApi;
  readonly stageName = stageName;
  /** The API's own host name, such as `abc123.execute-api.us-west-2.amazonaws.com`. */
  readonly hostName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.restApi = new RestApi(this, 'Rest', {
      description: 'Public API of the treatment-program locator',
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      // Answers smaller than this are not compressed, because they fit into one or two packets anyway. The CDN
      // compresses too, but not all of our media types.
      minCompressionSize: Size.bytes(1024),
      deployOptions: {
        stageName,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
        metricsEnabled: false,
        throttlingRateLimit: 500,
        throttlingBurstLimit: 1000,
      },
    });
    this.hostName = `${this.restApi.restApiId}.execute-api.${Stack.of(this).region}.${Aws.URL_SUFFIX}`;
    addGatewayResponses(this.restApi);
  }

  /** The stage's URL, without a closing slash. */
  get url(): string {
    return `https://${this.hostName}/${stageName}`;
  }

  /**
   * Declares the routes. Every resource of the tree also gets an ANY method, which invokes the function that reads
   * there. Without it, API Gateway would answer an unknown path or method with its own 403 "Missing Authentication
   * Token"; with it, the handler answers with 404, or 405 and `Allow`, and also answers HEAD. All methods need a key
   * (the CDN adds the website's), so every request that reaches a function counts for a usage plan. Only preflights
   * need no key, and API Gateway answers them itself.
   */
  serve({ search, agentReads, agentWrites }: Handlers): void {
    // Gives one permission for the whole API. One permission per method would be too large for the function's policy
    // (20 KB at most).
    const to = (handler: IFunction) =>
      new LambdaIntegration(handler, { scopePermissionToMethod: false, timeout: integrationTimeout });
    const integrations = { search: to(search), agentReads: to(agentReads), agentWrites: to(agentWrites) };
    const { root } = this.restApi;
    const resources = new Map([[root, integrations.search]]);
    const resourceAt = (path: string, rest: LambdaIntegration): IResource => {
      let resource = root;
      for (const part of path
        .split('/')
        .filter((part) => part !== '')
        .map(declarable)) {
        resource = resource.getResource(part) ?? resource.addResource(part);
        if (!resources.has(resource)) resources.set(resource, rest);
      }
      return resource;
    };
    const declare = (routes: readonly Route[], integration: LambdaIntegration, rest: LambdaIntegration) => {
      for (const { method, path } of routes) resourceAt(path, rest).addMethod(method, integration, withKey);
    };
    declare(publicRoutes, integrations.search, integrations.search);
    declare(agentReadRoutes, integrations.agentReads, integrations.agentReads);
    declare(agentWriteRoutes, integrations.agentWrites, integrations.agentReads);
    resources.set(root.addResource('{proxy+}'), integrations.search);
    for (const [resource, integration] of resources) resource.addMethod('ANY', integration, withKey);
    // Pages get no preflights: they are opened in browser windows, and scripts of other sites do not need them.
    for (const [path, routes] of Map.groupBy<string, Route>([...openRoutes, ...agentRoutes], (route) => route.path))
      addPreflight(
        resourceAt(path, integrations.search),
        routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
        path.startsWith(agentsPrefix) ? agentsSent : publicSent,
      );
  }
}

/**
 * API Gateway does not allow a dollar sign in a path, so FHIR's operations are declared as a variable that the handler
 * checks.
 */
const declarable = (part: string): string => (part.startsWith('$') ? '{operation}' : part);

const agentsPrefix = '/v1/agent/';
const withKey = { apiKeyRequired: true };
