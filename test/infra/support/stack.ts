import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { stackName } from '../../../infra/names.ts';
import { stubApp, withoutBundling } from './stub-app.ts';

/**
 * Templates by context and stack name. They are kept because synthesis takes two seconds and many test files use the
 * same templates.
 */
const made = new Map<string, ReadonlyMap<string, string>>();

/**
 * Makes a stack's template, with a recipient for alarms. A process synthesizes each context only once.
 * @param context Values in addition to those of cdk.json
 * @returns a copy that the caller may change
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
  // The CDK's own check of the template is off, because it takes as long as all the rest. Another test runs it.
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
