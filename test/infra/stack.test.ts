import { describe, expect, test } from 'vitest';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();

describe('the table', () => {
  test('is kept, encrypted, restorable, and paid by request', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      },
    });
  });
});

describe('the search function', () => {
  const [id, search] =
    [...resourcesOf(template, 'AWS::Lambda::Function')].find(([key]) => key.startsWith('Search')) ?? [];

  test('runs Node 24 on arm64, for at most ten seconds', () => {
    expect(search?.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1024,
      Timeout: 10,
      Handler: 'index.handler',
    });
  });

  test('knows the table and the address of the website', () => {
    expect(search?.Properties.Environment).toMatchObject({
      Variables: {
        TABLE_NAME: { Ref: expect.stringMatching(/^Dataset/) },
        PUBLIC_URL: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [expect.any(String), 'DomainName'] }]] },
      },
    });
  });

  test('may read items by key and write its own log, and nothing else', () => {
    const role = referredIds(search?.Properties.Role)[0] ?? '';
    expect(resourcesOf(template, 'AWS::IAM::Role').get(role)?.Properties).not.toHaveProperty('ManagedPolicyArns');
    const policies = [...resourcesOf(template, 'AWS::IAM::Policy').values()].filter(({ Properties }) =>
      JSON.stringify(Properties.Roles).includes(role),
    );
    expect(policies.map(({ Properties }) => Properties.PolicyDocument)).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [expect.stringMatching(/^SearchLog/), 'Arn'] },
          },
          {
            Effect: 'Allow',
            Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
            Resource: { 'Fn::GetAtt': [expect.stringMatching(/^DatasetTable/), 'Arn'] },
            // What people recorded about centers, including private fields, is in other partitions.
            Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DATASET', 'PAGE#*'] } },
          },
        ],
      },
    ]);
  });

  test('keeps its log for a month', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    expect(search?.Properties.LoggingConfig).toEqual({
      LogFormat: 'JSON',
      LogGroup: { Ref: expect.stringMatching(/^SearchLog/) },
    });
  });

  test('is invoked by this API only', () => {
    const all = [...resourcesOf(template, 'AWS::Lambda::Permission').values()];
    const aliases = [...resourcesOf(template, 'AWS::Lambda::Alias')];
    const [alias] = aliases.find(([, { Properties }]) => referredIds(Properties.FunctionName).includes(id ?? '')) ?? [];
    const permissions = all.filter(({ Properties }) =>
      referredIds(Properties.FunctionName).some((one) => [id, alias].includes(one)),
    );
    expect(permissions.map(({ Properties }) => [Properties.FunctionName, Properties.Principal])).toEqual([
      [{ Ref: alias }, 'apigateway.amazonaws.com'],
    ]);
    expect(JSON.stringify(permissions[0]?.Properties.SourceArn)).toContain('execute-api');
  });
});

describe('context', () => {
  test('a restored table is used by every function, and the stack’s own is kept', () => {
    const restored = stubTemplate({ tableName: 'locator-restored' });
    const textsOf = (type: string) => [...resourcesOf(restored, type).values()].map((one) => JSON.stringify(one));
    const withTable = textsOf('AWS::Lambda::Function').filter((text) => text.includes('TABLE_NAME'));
    expect(withTable).toHaveLength(4);
    for (const text of withTable) expect(text).toContain('"TABLE_NAME":"locator-restored"');
    const rights = textsOf('AWS::IAM::Policy').join('\n');
    expect(rights).toContain(':table/locator-restored');
    const [[own, table] = []] = [...resourcesOf(restored, 'AWS::DynamoDB::Table')];
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(rights).not.toContain(own ?? 'no table');
    expect(JSON.stringify(restored.toJSON().Outputs.TableName)).toContain('locator-restored');
  });

  test('names where wrong facts are reported, in the handler and on the home page, or nowhere', () => {
    const environmentOf = (context: Record<string, unknown>) => {
      const functions = [...resourcesOf(stubTemplate(context), 'AWS::Lambda::Function')];
      return functions.find(([key]) => key.startsWith('Search'))?.[1].Properties.Environment;
    };
    for (const reportTo of ['facts@find.example.org', 'https://find.example.org/report'])
      expect(environmentOf({ reportTo })).toMatchObject({ Variables: { REPORT_TO: reportTo } });
    expect(environmentOf({})).not.toHaveProperty('Variables.REPORT_TO');
    for (const reportTo of ['nobody', 'http://find.example.org', 'javascript:alert(1)'])
      expect(() => stubTemplate({ reportTo })).toThrow(/"reportTo" must be an email address or an https address/);
  });

  test('a domain of one’s own is used everywhere, with TLS 1.2', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/example';
    const own = stubTemplate({ domainName: 'find.example.org', certificateArn });
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['find.example.org'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_URL: 'https://find.example.org' } },
    });
  });

  test('alarms tell a topic where one is named', () => {
    const alarmTopicArn = 'arn:aws:sns:us-west-2:111122223333:on-call';
    const alarms = [...resourcesOf(stubTemplate({ alarmTopicArn }), 'AWS::CloudWatch::Alarm').values()];
    expect(alarms.length).toBeGreaterThan(0);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([alarmTopicArn]);
  });

  test('uploads are limited to so many at a time where it is asked for', () => {
    const functions = resourcesOf(stubTemplate({ publisherConcurrency: '1' }), 'AWS::Lambda::Function');
    const reserved = [...functions.values()].map(({ Properties }) => Properties.ReservedConcurrentExecutions);
    expect(reserved.filter((one) => one !== undefined)).toEqual([1]);
    expect(() => stubTemplate({ publisherConcurrency: '0' })).toThrow(/whole number from 1 to 9999/);
  });

  test('half a domain is refused', () => {
    expect(() => stubTemplate({ domainName: 'find.example.org' })).toThrow(/go together/);
    expect(() => stubTemplate({ alarmTopicArn: 7 })).toThrow(/"alarmTopicArn" must be a text/);
  });
});

describe('the publisher of uploads', () => {
  const template = stubTemplate();
  const only = (type: string) => {
    const found = [...resourcesOf(template, type)].filter(([id]) => id.startsWith('Publisher'));
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type}`);
    return found[0];
  };

  test('has a private, encrypted bucket with versions, whose new files reach it through EventBridge', () => {
    const [id, { Properties, DeletionPolicy }] = only('AWS::S3::Bucket');
    expect(Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(DeletionPolicy).toBe('Retain');
    expect(only('AWS::Events::Rule')[1].Properties).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        detail: { bucket: { name: [{ Ref: id }] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
    });
  });

  test('reserves no concurrency, and keeps what it could not do', () => {
    const [, { Properties }] = only('AWS::Lambda::Function');
    expect(Properties).toMatchObject({
      Timeout: 900,
    });
    expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(referredIds(Properties.DeadLetterConfig)).toEqual([only('AWS::SQS::Queue')[0]]);
  });

  test('may publish to this table, read uploads and write reports, and nothing else', () => {
    const [, { Properties }] = only('AWS::IAM::Policy');
    const { Statement } = Properties.PolicyDocument as {
      Statement: { Action: string | string[]; Resource: unknown }[];
    };
    const actions = Statement.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
      ...['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      ...['dynamodb:Query', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
    ]);
    expect(actions.filter((action) => action.startsWith('s3:')).sort()).toEqual([
      ...['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:PutObject'],
    ]);
    expect(actions.join()).not.toMatch(/\*|Delete/);
    const writes = Statement.find(({ Action }) => [Action].flat().includes('s3:PutObject'));
    expect(JSON.stringify(writes?.Resource)).toContain('/reports/*');
    expect(Statement.map(({ Resource }) => Resource)).not.toContain('*');
  });

  test('rings an alarm for a file that is refused, for a failure, and for one that was given up', () => {
    const alarms = [...resourcesOf(template, 'AWS::CloudWatch::Alarm').keys()].join();
    for (const name of ['UploadRefused', 'PublishErrors', 'PublishGivenUp']) expect(alarms).toContain(name);
    const [, { Properties }] = only('AWS::Logs::MetricFilter');
    expect(Properties.FilterPattern).toBe('{ $.outcome = "refused" }');
  });
});
