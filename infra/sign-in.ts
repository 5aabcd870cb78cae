import { Aws, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ACCESS_TOKEN_MINUTES, groups, SIGN_IN_HOURS } from '../functions/faces/agent/person.ts';
import { stackName } from './names.ts';

const said: Readonly<Record<(typeof groups)[number], string>> = {
  agent: 'Answers calls: looks centers up and records what calls find out',
  lead: 'Also sees the team’s progress',
  editor: 'Also corrects centers and writes private fields',
};

/**
 * Returns the prefix of the sign-in domain. It must be unique among all accounts of a region, so it contains the
 * account, and the stage if there is one.
 */
function domainPrefix(scope: Construct): string {
  const stage = Stack.of(scope).stackName.slice(stackName.length).toLowerCase();
  return `locator${stage}-${Aws.ACCOUNT_ID}`;
}

/**
 * Returns the origin of the sign-in pages. It is computed without the user pool, which does not exist yet: the pool
 * must know the website, whose headers contain this origin.
 */
export const signInOrigin = (scope: Construct): string =>
  `https://${domainPrefix(scope)}.auth.${Stack.of(scope).region}.amazoncognito.com`;

/**
 * Where the admissions team signs in: authorization code with PKCE, and short-lived access tokens. Everybody needs a
 * second factor, because a user pool cannot require it of editors alone. The operators of the stack add people; nobody
 * can sign up.
 */
export class SignIn extends Construct {
  /** URL of the issuer as it appears in access tokens. */
  readonly issuer: string;
  /** Origin of the sign-in pages, as a URL. */
  readonly origin: string;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { siteUrl }: { readonly siteUrl: string }) {
    super(scope, id);
    const pool = new UserPool(this, 'People', {
      selfSignUpEnabled: false,
      // People sign in with a user name, because the history shows it and colleagues should recognize it.
      signInAliases: { username: true, email: true },
      // A forgotten password can only be reset through the person's own email address.
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [precedence, group] of [...groups].reverse().entries()) {
      new CfnUserPoolGroup(this, `Group-${group}`, {
        userPoolId: pool.userPoolId,
        groupName: group,
        description: said[group],
        precedence,
      });
    }
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: domainPrefix(this) },
      // Uses managed login: the classic pages do not support `prompt=none`, with which the console finds out if
      // somebody is signed in.
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.client = pool.addClient('Console', {
      // The app has no secret, because a page in a browser could not keep it. PKCE is used instead.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${siteUrl}/console`],
        logoutUrls: [`${siteUrl}/console`],
      },
      accessTokenValidity: Duration.minutes(ACCESS_TOKEN_MINUTES),
      idTokenValidity: Duration.minutes(ACCESS_TOKEN_MINUTES),
      refreshTokenValidity: Duration.hours(SIGN_IN_HOURS),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Managed login shows its pages only for an app that has a style.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.origin = signInOrigin(this);
    const { region } = Stack.of(this);
    this.issuer = `https://cognito-idp.${region}.${Aws.URL_SUFFIX}/${pool.userPoolId}`;
    new CfnOutput(this, 'PoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });
  }
}
