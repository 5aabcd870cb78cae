import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStack, type SynthesizedStack } from '../../infra/local/assembly.ts';
import { readDeclaration } from '../../infra/local/template.ts';
import { createApp } from '../../infra/locator-app.ts';
import { stackName } from '../../infra/names.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { inProcess } from '../support/command-line.ts';
import { cdkContext, stubApp, withoutBundling } from './support/stub-app.ts';

const outFolder = mkdtempSync(join(tmpdir(), 'locator-checks-'));
afterAll(() => rmSync(outFolder, { recursive: true }));

describe('the application itself', () => {
  let stack: SynthesizedStack;
  let messages: string;
  let status: number;
  beforeAll(async () => {
    // As infra/app.ts does it, which start.test.ts runs as a command: in this process, the rules are loaded once. They
    // look at the template alone; what is bundled is looked at in the kept assembly.
    delete process.env.CDK_VALIDATION;
    const run = await inProcess(async () => {
      const context = { ...cdkContext, alarmEmail: 'ops@example.org' };
      createApp({ outdir: outFolder, context, postCliContext: withoutBundling }).synth();
      return Number(process.exitCode ?? 0);
    });
    messages = run.stderr + run.stdout;
    status = run.code;
    stack = await readStack(await assemblyFolder());
  });

  test('breaks no rule of the packs and no rule of CloudFormation', () => {
    expect(messages).not.toMatch(/ERROR|WARNING/);
    expect(status).toBe(0);
  });

  test('bundles the places, and code that is small enough to start quickly, with what only some ask for apart', () => {
    const { functions } = readDeclaration(stack);
    const [search] = functions.values();
    const folder = search?.folder ?? '';
    const kilobytes = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + statSync(join(folder, file)).size / 1024, 0);
    const start = new Set(['index.mjs']);
    for (const file of start) {
      const code = readFileSync(join(folder, file), 'utf8');
      // Static imports of chunks; those loaded on demand use import().
      for (const [, chunk = ''] of code.matchAll(/(?:from|import)"\.\/([^"]+\.mjs)"/g)) start.add(chunk);
    }
    expect(kilobytes([...start])).toBeGreaterThan(300);
    expect(kilobytes([...start])).toBeLessThan(616);
    // Each file costs a start as much as several kilobytes of code.
    expect([...start]).toEqual(['index.mjs', 'start.mjs']);
    const protocol = readdirSync(folder).filter((file) => /^serve-\w+\.mjs$/.test(file));
    expect(protocol).toHaveLength(1);
    expect(start.has(protocol.join())).toBe(false);
    expect(kilobytes(protocol)).toBeGreaterThan(200);
    expect(kilobytes(['places.bin'])).toBeGreaterThan(100);
  });

  test('names no path of the machine it was made on', () => {
    const { functions, site } = readDeclaration(stack);
    const [search] = functions.values();
    const shipped = [
      JSON.stringify(stack.template),
      ...readdirSync(search?.folder ?? '')
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => readFileSync(join(search?.folder ?? '', file), 'utf8')),
      readFileSync(join(site.folder, 'main.js'), 'utf8'),
    ].join('\n');
    expect(shipped).not.toContain(process.cwd());
  });
});

describe('the checks bite', () => {
  const broken = (
    add: (stack: ReturnType<ReturnType<typeof stubApp>['node']['findChild']>) => void,
  ): (() => unknown) => {
    delete process.env.CDK_VALIDATION;
    const app = stubApp({ checks: true, outdir: join(outFolder, 'broken'), postCliContext: withoutBundling });
    add(app.node.findChild(stackName));
    return () => app.synth();
  };

  test('on a resource that breaks a rule of the packs', () => {
    expect(broken((stack) => new Topic(stack, 'Unencrypted'))).toThrow(/AwsSolutions-SNS3[\s\S]*SNSEncryptedKMS/);
  });

  test('on a property that CloudFormation does not know', () => {
    const type = 'AWS::SNS::Topic';
    expect(broken((stack) => new CfnResource(stack, 'Wrong', { type, properties: { Nonsense: 1 } }))).toThrow(
      /Nonsense: Additional properties/,
    );
  });
});
