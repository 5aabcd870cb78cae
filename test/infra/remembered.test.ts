import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runDeploy } from '../../infra/deploy.ts';
import { runDestroy } from '../../infra/destroy.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { settingsParameter, stackName, stackNames } from '../../infra/names.ts';
import { givenSettings, mergedSettings } from '../../infra/remembered.ts';
import { settingNames, settingsText } from '../../infra/settings.ts';
import { inProcess } from '../support/command-line.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const own = {
  domainName: 'find.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/site',
  alarmEmail: 'ops@example.org',
};

describe('settings', () => {
  test('that are left out stay, that are given replace, that are to be forgotten go', () => {
    expect(mergedSettings(own, {}, [])).toEqual(own);
    expect(mergedSettings(own, { alarmEmail: 'new@example.org' }, [])).toEqual({
      ...own,
      alarmEmail: 'new@example.org',
    });
    expect(mergedSettings(own, {}, ['alarmEmail'])).toEqual({ ...own, alarmEmail: undefined });
    for (const name of settingNames) expect(mergedSettings({}, {}, [name])).toEqual({});
  });
  test('that are unknown, wrong, halved or contradictory are refused before anything changes', () => {
    expect(() => givenSettings(['domanName=find.example.org'])).toThrow(
      /"domanName" is not known. There are domainName/,
    );
    expect(() => mergedSettings(own, {}, ['domain'])).toThrow(/--forget "domain" is not known/);
    expect(() => mergedSettings(own, own, ['alarmEmail'])).toThrow(/both given and to be forgotten/);
    expect(() => mergedSettings(own, {}, ['certificateArn'])).toThrow(/go together/);
    expect(() => mergedSettings(own, { alarmEmail: 'nobody' }, [])).toThrow(/"alarmEmail" must be an email address/);
    expect(() => mergedSettings({}, { certificateArn: 'arn:aws:acm:us-west-2:1:x' }, [])).toThrow(/us-east-1/);
    const zone = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'example.com' };
    expect(() => mergedSettings(own, zone, [])).toThrow(/"find.example.org" is not in the hosted zone "example.com"/);
    const alike = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'nd.example.org' };
    expect(() => mergedSettings(own, alike, [])).toThrow(/"find.example.org" is not in the hosted zone/);
  });
  test('go to the CDK as they are where they are its own', () => {
    const { given, other } = givenSettings(['reportTo=https://example.org/?a=b', '@aws-cdk/core:x=true']);
    expect([given, other]).toEqual([{ reportTo: 'https://example.org/?a=b' }, ['@aws-cdk/core:x=true']]);
  });
  test('are what the stack remembers, all of them, under its own name', () => {
    const parameters = (context: Record<string, unknown>, name?: string) =>
      [...resourcesOf(stubTemplate(context, name), 'AWS::SSM::Parameter').values()].map(({ Properties }) => Properties);
    expect(parameters(own)).toMatchObject([{ Name: '/ProgramLocator/settings', Value: settingsText(own) }]);
    expect(parameters({ ...own, stage: 'prod' }, `${stackName}-prod`)).toMatchObject([
      { Name: '/ProgramLocator-prod/settings' },
    ]);
    const all = {
      ...own,
      ...{ apiDomainName: 'api.example.org', apiCertificateArn: 'arn:aws:acm:us-west-2:111122223333:certificate/api' },
      ...{ hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'example.org', staleAfterDays: '60', websiteKey: '2' },
      ...{
        alarmTopicArn: 'arn:aws:sns:us-west-2:111122223333:a',
        edgeAlarmTopicArn: 'arn:aws:sns:us-east-1:111122223333:a',
      },
      ...{ publisherConcurrency: '2', tableName: 'restored', reportTo: 'facts@example.org' },
    };
    expect(Object.keys(all).sort()).toEqual([...settingNames].sort());
    expect(JSON.parse(String(parameters(all)[0]?.Value))).toEqual(all);
  });
});

describe('npm run deploy', () => {
  let folder: string;
  let engine: EngineStore;
  let close: () => Promise<unknown>;
  let endpoint: string;
  /** SSM's value; null if there is none. */
  let remembered: string | null = null;
  let asked: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'remembered-test-'));
    engine = await engineStore();
    // Replaces the CDK's command: records its arguments, and returns the outputs of the stack.
    const cdk = `#!${process.execPath}
      const { appendFileSync, writeFileSync } = require('node:fs');
      const [, , ...given] = process.argv;
      appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify(given) + '\\n');
      const [command, stack] = given;
      const outputs = given.find((one) => one.startsWith('--outputs-file='))?.slice(15);
      const all = { FirewallArn: 'arn:wall', TableName: ${JSON.stringify(engine.tableName)}, PublicUrl: 'https://find.example.org',
        ApiUrl: 'https://api.example.org', UploadBucket: 'bucket', DistributionId: 'E123456789', WebsiteTarget: 'd1.cloudfront.net',
        ApiTarget: 'd-1.execute-api.us-west-2.amazonaws.com' };
      if (command === 'deploy') writeFileSync(outputs, JSON.stringify({ [stack]: all }));
    `;
    await writeFile(join(folder, 'cdk'), cdk);
    await chmod(join(folder, 'cdk'), 0o755);
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        asked.push(JSON.parse(body).Name);
        response.setHeader('content-type', 'application/x-amz-json-1.1');
        if (remembered === 'broken')
          return response.writeHead(400).end('{"__type":"AccessDeniedException","message":"no"}');
        if (remembered === null) return response.writeHead(400).end('{"__type":"ParameterNotFound"}');
        return response.end(JSON.stringify({ Parameter: { Value: remembered } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => new Promise((resolve) => server.close(resolve));
    for (const [name, value] of Object.entries({
      PATH: `${folder}:${dirname(process.execPath)}`,
      HOME: '/nowhere',
      AWS_REGION: localRegion,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_SSM: endpoint,
      AWS_MAX_ATTEMPTS: '1',
    }))
      vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all([close(), engine.close(), rm(folder, { recursive: true })]);
  });

  /** Runs a command in this process; the CDK's is a process of its own. */
  async function run(command: (parameters: string[]) => Promise<number>, ...parameters: string[]) {
    await rm(join(folder, 'calls'), { force: true });
    asked = [];
    const { code, stdout, stderr } = await inProcess(() => command(parameters));
    const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
    const calls: string[][] = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    return { code, output: stdout + stderr, calls };
  }
  const deploy = (...parameters: string[]) =>
    run(runDeploy, '--with-examples', '--data', 'data/examples.json', ...parameters);
  const contextsOf = (call: readonly string[] = []): string[] =>
    call.flatMap((one) => (one.startsWith('--context=') ? [one.slice(10)] : []));
  const texts = (settings: Record<string, string>): string[] =>
    Object.entries(settings).map(([name, value]) => `${name}=${value}`);

  test('keeps what it is not told, deploys the three stacks in order, and hands each what it needs', async () => {
    remembered = settingsText(own);
    const { code, output, calls } = await deploy();
    expect(output).toContain(`Kept from the last deployment: ${texts(own).join(', ')}`);
    expect(code).toBe(0);
    const names = stackNames(undefined, localRegion);
    expect(calls.map(([command, stack]) => `${command} ${stack}`)).toEqual(
      [names.firewall, names.locator, names.edge].map((name) => `deploy ${name}`),
    );
    expect(asked).toEqual([settingsParameter(stackName)]);
    for (const call of calls) expect(contextsOf(call)).toEqual([`region=${localRegion}`, ...texts(own)]);
    expect(calls[1]).toContain(`--parameters=${names.locator}:FirewallArn=arn:wall`);
    expect(calls[2]).toContain(`--parameters=${names.edge}:DistributionId=E123456789`);
    expect(output).toMatch(/DNS records.*\n {2}find\.example\.org {2}CNAME {2}d1\.cloudfront\.net\n/);
  });

  test('forgets what it is told to, and nothing more', async () => {
    remembered = settingsText(own);
    const { calls, output } = await deploy('--forget', 'domainName', '--forget', 'certificateArn');
    for (const call of calls) expect(contextsOf(call)).toEqual([`region=${localRegion}`, 'alarmEmail=ops@example.org']);
    expect(output).not.toContain('DNS records');
  });

  test('has a stage’s own names and memory', async () => {
    remembered = null;
    const { calls, output } = await deploy('--stage', 'prod', '--context', 'alarmEmail=ops@example.org');
    expect(asked).toEqual(['/ProgramLocator-prod/settings']);
    expect(calls.map(([, stack]) => stack)).toEqual([
      'ProgramLocator-prod-Firewall',
      'ProgramLocator-prod',
      `ProgramLocator-prod-Edge-${localRegion}`,
    ]);
    for (const call of calls)
      expect(contextsOf(call)).toEqual([`region=${localRegion}`, 'stage=prod', 'alarmEmail=ops@example.org']);
    expect(output).not.toMatch(/Kept|tell nobody/);
  });

  test('warns where nobody hears alarms', async () => {
    remembered = null;
    expect((await deploy()).output).toContain('Alarms will notify nobody. Add --context alarmEmail=');
  });

  test.each([
    ['the memory cannot be read', () => 'broken', [], /cannot be read: no/],
    ['what is remembered is no settings', () => '[1]', [], /cannot be read/],
    ['a setting is not known', () => null, ['--context', 'domanName=x'], /"domanName" is not known/],
    ['a stage has a wrong name', () => null, ['--stage', 'Prod!'], /--stage must be/],
  ])('deploys nothing where %s', async (_what, memory, parameters, message) => {
    remembered = memory();
    const { code, output, calls } = await deploy(...parameters);
    expect([code, calls]).toEqual([1, []]);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/\n\s+at /);
  });

  describe('npm run destroy', () => {
    test('deletes the three stacks from the edge inward, and says what is kept', async () => {
      const { code, output, calls } = await run(runDestroy, '--stage', 'prod', '--yes');
      expect(code).toBe(0);
      expect(calls.map((call) => call.slice(0, 2).join(' '))).toEqual([
        `destroy ProgramLocator-prod-Edge-${localRegion}`,
        'destroy ProgramLocator-prod',
        'destroy ProgramLocator-prod-Firewall',
      ]);
      for (const call of calls) expect(call).toContain('--force');
      expect(output).toContain('Kept: the table, the bucket of uploads and the user pool');
    });
    test('leaves the firewall where it is asked to, and asks CDK’s question by default', async () => {
      const { calls } = await run(runDestroy, '--keep-firewall');
      expect(calls.map(([, stack]) => stack)).toEqual([`ProgramLocator-Edge-${localRegion}`, 'ProgramLocator']);
      for (const call of calls) expect(call).not.toContain('--force');
    });
    test('says what it keeps as the template keeps it', async () => {
      const { output } = await run(runDestroy, '--help');
      const kept = Object.values(
        stubTemplate().toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>,
      )
        .filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
        .map(({ Type }) => Type);
      expect(kept.filter((type) => type !== 'AWS::Lambda::Version').sort()).toEqual([
        'AWS::Cognito::UserPool',
        'AWS::DynamoDB::Table',
        'AWS::Logs::LogGroup',
        'AWS::S3::Bucket',
      ]);
      expect(output).toMatch(/Kept[\s\S]*the table[\s\S]*bucket of uploads[\s\S]*user pool[\s\S]*log of the CDK/);
    });
  });
});
