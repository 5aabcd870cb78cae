import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { stackName } from '../../../infra/names.ts';
import { stubApp, withoutBundling } from './stub-app.ts';

/** Templates by context, then by the name of the stack: synthesis takes two seconds, and many files look at the same ones. */
const made = new Map<string, ReadonlyMap<string, string>>();

/**
 * A stack's template, with a recipient for alarms. Each context is synthesized once in a process.
 * @param context In addition to cdk.json's
 * @returns a copy of the caller's own
 */
export function stubTemplate(context: Record<string, unknown> = {}, name: string = stackName): Template {
  const key = JSON.stringify(context, (_, value) => (value === undefined ? null : value));
  const templates = made.get(key) ?? synthesized(context);
  made.set(key, templates);
  const text = templates.get(name);
  if (text === undefined) throw new Error(`the application has no stack "${name}"`);
  return Template.fromString(text);
}

function synthesized(context: Record<string, unknown>): ReadonlyMap<string, string> {
  // The library's own check of the template has a separate test, and takes as long as all the rest.
  process.env.CDK_VALIDATION = 'false';
  const postCliContext = { ...withoutBundling, alarmEmail: 'ops@example.org', ...context };
  const app = stubApp({ postCliContext, treeMetadata: false });
  const assembly = app.synth();
  return new Map(
    app.node.children
      .filter((child) => Stack.isStack(child))
      .map((stack) => [stack.node.id, JSON.stringify(assembly.getStackArtifact(stack.artifactId).template)]),
  );
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** Resources of a type by logical id. */
export function resourcesOf(template: Template, type: string): Map<string, Resource> {
  const resources: Record<string, Resource> = template.findResources(type) as Record<string, Resource>;
  return new Map(Object.entries(resources));
}
