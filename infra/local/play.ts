import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SETTINGS_PATH } from '../../web/console/sign-in/settings.ts';
import { stackName, usagePlanName } from '../names.ts';
import { ApiKeys } from './api-keys.ts';
import type { SynthesizedStack } from './assembly.ts';
import { controlPlane, controlPrefix } from './control-plane.ts';
import type { Declaration, FunctionDeclaration } from './declaration.ts';
import { edge } from './edge.ts';
import { localRegion, localTableName } from './engine.ts';
import { firewall } from './firewall.ts';
import { Gateway } from './gateway.ts';
import { headerOf, type WireRequest, type WireResponse } from './http.ts';
import { type References, resolveSecrets, resolveText } from './intrinsics.ts';
import { type Invocation, type LambdaFunction, runLambda } from './lambda.ts';
import { Limits } from './limits.ts';
import { localClient } from './people.ts';
import { signInSettings } from './sign-in.ts';
import { siteFiles } from './site-files.ts';
import { readDeclaration } from './template.ts';
import { localBucketName } from './uploads.ts';

type Serve = (request: WireRequest) => Promise<WireResponse>;

export interface Stage {
  /** Host and port of the website's domain. */
  readonly host: string;
  /** URL of the DynamoDB engine. */
  readonly endpoint: string;
  /** URL of the bucket for uploads. */
  readonly bucketEndpoint: string;
  /** True to apply the website's limits, too. */
  readonly limits: boolean;
  /** URL of the local issuer of access tokens, which is used instead of the user pool. */
  readonly issuer: string;
  readonly demoKey: string;
  readonly log: (text: string) => void;
}

/** An application that is served, with its running functions. */
interface Act {
  readonly declaration: Declaration;
  readonly lambdas: ReadonlyMap<string, LambdaFunction>;
  readonly keys: ApiKeys;
  /** Values of the generated secrets, by ARN. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly website: Serve;
  readonly ownDomain: Serve;
}

/** Serves what a synthesized application declares. Can switch to another application while requests come in. */
export class Player {
  readonly #stage: Stage;
  #act: Act;

  private constructor(stage: Stage, act: Act) {
    this.#stage = stage;
    this.#act = act;
  }

  static async start(stage: Stage, stack: SynthesizedStack): Promise<Player> {
    return new Player(stage, await prepare(stage, readDeclaration(stack)));
  }

  get declaration(): Declaration {
    return this.#act.declaration;
  }

  readonly website: Serve = (request) => this.#act.website(request);
  readonly ownDomain: Serve = (request) => this.#act.ownDomain(request);

  /** Invokes a function by its logical id. It is used for events, which do not come through the API. */
  readonly invoke = (id: string, event: object, requestId: string): Promise<Invocation> =>
    invokeIn(this.#act.lambdas, id, event, requestId);

  /**
   * Switches to another application. The previous one still answers the requests that it has begun. Functions that did
   * not change keep their environments. API keys are kept as long as their usage plans exist.
   * @throws Error if the application cannot be served or a function does not load; the previous one then stays in use
   */
  async replace(stack: SynthesizedStack): Promise<void> {
    const before = this.#act;
    const next = await prepare(this.#stage, readDeclaration(stack), before);
    const replaced = [...before.lambdas].filter(([id, lambda]) => next.lambdas.get(id) !== lambda);
    this.#act = next;
    await Promise.all(replaced.map(([, lambda]) => lambda.retire()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#act.lambdas.values()].map((lambda) => lambda.close()));
  }
}

async function invokeIn(lambdas: Act['lambdas'], id: string, event: object, requestId: string): Promise<Invocation> {
  return (await lambdas.get(id)?.invoke(event, requestId)) ?? { ok: false, reason: 'failed' };
}

async function prepare(stage: Stage, declaration: Declaration, before?: Act): Promise<Act> {
  const { host, limits, demoKey, log } = stage;
  const { api, site } = declaration;
  if (before !== undefined && !isDeepStrictEqual(declaration.table, before.declaration.table))
    throw new Error('the declared table differs from the one in use: start again');
  const files = await siteFiles(site, { [SETTINGS_PATH.slice(1)]: JSON.stringify(signInSettings(stage.issuer)) });
  const references = standIns(declaration, host);
  const lambdas = await prepareFunctions(stage, declaration, references, before);
  const { keys, secrets } =
    before && sameKeys(before.declaration, declaration) ? before : makeKeys(declaration, references, demoKey);
  const resolve = (value: unknown): string =>
    resolveSecrets(resolveText(value, references), secrets).replaceAll(signInOrigin(references), stage.issuer);
  const gateway = new Gateway({
    api,
    keys,
    limits: new Limits(api.throttle, Date.now),
    log,
    invoke: (id, event, requestId) => invokeIn(lambdas, id, event, requestId),
  });
  const apiDomain = `${api.id.toLowerCase()}.execute-api.${localRegion}.amazonaws.com`;
  const control = controlPlane(keys);
  return {
    declaration,
    lambdas,
    keys,
    secrets,
    website: edge({
      site,
      gateway,
      files,
      apiDomain,
      resolve,
      firewall: limits && site.firewall ? firewall(site.firewall, Date.now) : undefined,
      unlimited: !limits,
    }),
    ownDomain: async (request) => {
      if (request.path.startsWith(controlPrefix)) return control(request);
      const path = withoutStage(request.path, api.stageName);
      const basePath = path === request.path ? '' : `/${api.stageName}`;
      // Links in answers use the host name of the request, so that they work under every name of this machine.
      return gateway.handle({ ...request, path }, headerOf(request.headers, 'host') ?? apiDomain, false, basePath);
    },
  };
}

const sameKeys = (one: Declaration, other: Declaration): boolean =>
  isDeepStrictEqual(
    [one.api.usagePlans, one.api.apiKeys, one.secrets],
    [other.api.usagePlans, other.api.apiKeys, other.secrets],
  );

/** Generates the secrets and the keys that the template declares, and adds the demo key. */
function makeKeys({ api, secrets: lengths }: Declaration, references: References, demoKey: string) {
  const secrets = new Map([...lengths].map(([id, length]) => [secretArn(id), randomText(length)]));
  const keys = new ApiKeys(api.usagePlans);
  for (const { name, value, planId } of api.apiKeys)
    keys.assign(keys.add(name, resolveSecrets(resolveText(value, references), secrets)).id, planId);
  const demoPlan = api.usagePlans.find(({ name }) => name === usagePlanName(stackName, 'partner'));
  if (demoPlan) keys.assign(keys.add('demo', demoKey).id, demoPlan.id);
  return { keys, secrets };
}

/**
 * True if both are the same code with the same settings. The code is compared by its folder, which is named by a hash
 * of its content.
 */
const sameFunction = (one: FunctionDeclaration | undefined, other: FunctionDeclaration): boolean =>
  one !== undefined &&
  isDeepStrictEqual({ ...one, folder: basename(one.folder) }, { ...other, folder: basename(other.folder) });

async function prepareFunctions(
  { host, endpoint, bucketEndpoint, issuer, log }: Stage,
  { functions, uploads, signIn }: Declaration,
  references: References,
  before?: Act,
): Promise<Map<string, LambdaFunction>> {
  const lambdas = new Map<string, LambdaFunction>();
  const started: LambdaFunction[] = [];
  for (const [id, declaration] of functions) {
    const kept = before?.lambdas.get(id);
    if (kept && sameFunction(before?.declaration.functions.get(id), declaration)) {
      lambdas.set(id, kept);
      continue;
    }
    const lambda = runLambda({
      declaration,
      environment: {
        ...environmentOf(declaration, references, { host, issuer, signIn }),
        ...(id === uploads.functionId && { AWS_ENDPOINT_URL_S3: bucketEndpoint }),
      },
      endpoint,
      log,
    });
    lambdas.set(id, lambda);
    started.push(lambda);
  }
  // The new functions must load before they replace working ones.
  if (before !== undefined) {
    try {
      await Promise.all(started.map((lambda) => lambda.warm()));
    } catch (error) {
      await Promise.all(started.map((lambda) => lambda.close()));
      throw error;
    }
  }
  return lambdas;
}

function environmentOf(
  { environment }: FunctionDeclaration,
  references: References,
  { host, issuer, signIn }: Pick<Stage, 'host' | 'issuer'> & Pick<Declaration, 'signIn'>,
) {
  const pool = `https://cognito-idp.${localRegion}.amazonaws.com/${signIn?.poolId}`;
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      // The URLs that the template builds for the CDN's domain and the user pool are replaced by local ones, without
      // TLS.
      resolveText(value, references).replaceAll(`https://${host}`, `http://${host}`).replaceAll(pool, issuer),
    ]),
  );
}

/** The sign-in URL as the template builds it. Locally it is replaced by the issuer's URL. */
const signInOrigin = (references: References): string =>
  `https://locator-${references['AWS::AccountId']}.auth.${localRegion}.amazoncognito.com`;

/**
 * Removes the stage from a path. The API's default domain has it in the path, a mapped domain does not; here both are
 * served.
 */
function withoutStage(path: string, stageName: string): string {
  return path === `/${stageName}` || path.startsWith(`/${stageName}/`) ? path.slice(stageName.length + 1) || '/' : path;
}

/** Values for the template's references, for local use. */
function standIns({ table, api, site, secrets, uploads, signIn }: Declaration, host: string): References {
  const account = '000000000000';
  return {
    ...Object.fromEntries([...secrets.keys()].map((id) => [id, secretArn(id)])),
    'AWS::Region': localRegion,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'local',
    [table.id]: localTableName(table),
    [`${table.id}.Arn`]: `arn:aws:dynamodb:${localRegion}:${account}:table/${localTableName(table)}`,
    [uploads.bucketId]: localBucketName(uploads),
    [api.id]: api.id.toLowerCase(),
    ...(signIn && { [signIn.poolId]: signIn.poolId, [signIn.clientId]: localClient }),
    [`${site.id}.DomainName`]: host,
  };
}

const secretArn = (id: string): string => `arn:aws:secretsmanager:${localRegion}:000000000000:secret:${id}`;

function randomText(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}
