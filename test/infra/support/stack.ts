import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { stackName } from '../../../infra/names.ts';
import { stubApp, withoutBundling } from './stub-app.ts';

/**
 * A stack's template, with a recipient for alarms.
 * @param context In addition to cdk.json's
 */
export function stubTemplate(context: Record<string, unknown> = {}, name: string = stackName): Template {
  // The library's own check of the template has a separate test, and takes as long as all the rest.
  process.env.CDK_VALIDATION = 'false';
  const stack = stubApp({
    postCliContext: { ...withoutBundling, alarmEmail: 'ops@example.org', ...context },
  }).node.findChild(name);
  if (!Stack.isStack(stack)) throw new Error('the application has no stack');
  return Template.fromStack(stack);
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
