import { describe, expect, test } from 'vitest';
import { putSignOut } from '../../functions/store/agent-commands.ts';
import { expiryAttribute } from '../../functions/store/table.ts';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();
const functions = resourcesOf(template, 'AWS::Lambda::Function');
const functionNamed = (name: string) => [...functions].find(([id]) => id.startsWith(name)) ?? ['', undefined];

/** A function's rights on the table, by the keys that they apply to. */
function rights(name: string): Record<string, readonly string[]> {
  const role = referredIds(functionNamed(name)[1]?.Properties.Role)[0] ?? '';
  const policies = [...resourcesOf(template, 'AWS::IAM::Policy').values()].filter(({ Properties }) =>
    JSON.stringify(Properties.Roles).includes(role),
  );
  const statements = policies.flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
  );
  const allowed: Record<string, readonly string[]> = {};
  for (const { Action, Effect, Condition, Resource } of statements) {
    expect(Effect).toBe('Allow');
    const keys = (Condition as { 'ForAllValues:StringLike'?: Record<string, string[]> } | undefined)?.[
      'ForAllValues:StringLike'
    ]?.['dynamodb:LeadingKeys'];
    for (const action of [Action].flat() as string[]) {
      allowed[action] = keys === undefined ? ['*'] : [keys].flat().sort();
      if (keys !== undefined) expect(JSON.stringify(Resource)).toContain('DatasetTable');
    }
  }
  return allowed;
}

describe('the agents’ functions', () => {
  const read = ['CENTER#*', 'CODES', 'DATASET', 'PAGE#*', 'PROGRESS'];
  const all = [...read, 'SIGN-OUT#*', 'WAITING'];

  test('the reading one writes nothing, and cannot scan', () => {
    expect(rights('AgentReads')).toEqual({
      'logs:CreateLogStream': ['*'],
      'logs:PutLogEvents': ['*'],
      'dynamodb:GetItem': read,
      'dynamodb:BatchGetItem': read,
      'dynamodb:Query': read,
    });
  });

  test('the writing one deletes nothing but the list of what waits', () => {
    expect(rights('AgentWrites')).toEqual({
      'logs:CreateLogStream': ['*'],
      'logs:PutLogEvents': ['*'],
      'dynamodb:GetItem': all,
      'dynamodb:BatchGetItem': all,
      'dynamodb:Query': all,
      'dynamodb:PutItem': all.filter((key) => !['PAGE#*', 'PROGRESS'].includes(key)),
      // The right to write batches also allows deletes.
      'dynamodb:BatchWriteItem': ['PAGE#*'],
      'dynamodb:UpdateItem': ['DATASET', 'PROGRESS'],
      'dynamodb:DeleteItem': ['WAITING'],
    });
  });

  test('check tokens of the user pool, for its app', () => {
    for (const name of ['AgentReads', 'AgentWrites'])
      expect(functionNamed(name)[1]?.Properties.Environment).toMatchObject({
        Variables: {
          TOKEN_ISSUER: { 'Fn::Join': ['', expect.arrayContaining([{ Ref: expect.stringMatching(/^SignInPeople/) }])] },
          TOKEN_CLIENT: { Ref: expect.stringMatching(/^SignInPeopleConsole/) },
        },
      });
  });

  test('answer their own methods, and the search function none of them', () => {
    const parts = resourcesOf(template, 'AWS::ApiGateway::Resource');
    const aliases = resourcesOf(template, 'AWS::Lambda::Alias');
    const pathOf = (id: string): string => {
      const part = parts.get(id);
      return part === undefined
        ? ''
        : `${pathOf(referredIds(part.Properties.ParentId)[0] ?? '')}/${part.Properties.PathPart}`;
    };
    const byFunction = new Map<string, string[]>();
    for (const { Properties } of resourcesOf(template, 'AWS::ApiGateway::Method').values()) {
      const path = pathOf(referredIds(Properties.ResourceId)[0] ?? '');
      // Preflights are answered without a function.
      if (!path.startsWith('/v1/agent') || Properties.HttpMethod === 'OPTIONS') continue;
      const [id = ''] = referredIds((Properties.Integration as { Uri: unknown }).Uri)
        .map((one) => referredIds(aliases.get(one)?.Properties.FunctionName)[0] ?? one)
        .filter((one) => functions.has(one));
      const name = id.replace(/Function.*/, '');
      byFunction.set(name, [...(byFunction.get(name) ?? []), `${Properties.HttpMethod} ${path}`]);
    }
    expect([...byFunction.keys()].sort()).toEqual(['AgentReads', 'AgentWrites']);
    expect(byFunction.get('AgentWrites')?.sort()).toEqual([
      'POST /v1/agent/sign-out',
      'PUT /v1/agent/centers/{id}/corrections',
      'PUT /v1/agent/centers/{id}/offerings/{offeringId}/facts',
      'PUT /v1/agent/centers/{id}/private',
    ]);
  });
});

describe('sign-in', () => {
  test('that was ended is forgotten by the table once its last token has expired', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    });
    expect(putSignOut('table', 's-1', 1_800_000_000).input.Item).toEqual({
      ...{ pk: 'SIGN-OUT#s-1', sk: '-' },
      [expiryAttribute]: 1_800_000_000,
    });
  });

  test('takes nobody who was not added, asks a second factor, and is kept', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: 'ACTIVE',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        MfaConfiguration: 'ON',
      },
    });
  });

  test('has the three groups', () => {
    const groups = [...resourcesOf(template, 'AWS::Cognito::UserPoolGroup').values()];
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual(['agent', 'editor', 'lead']);
  });

  test('is by code, without a secret, with short tokens that can be revoked', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      AccessTokenValidity: 15,
      GenerateSecret: false,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });
});
