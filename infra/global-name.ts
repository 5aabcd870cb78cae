import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** CloudFront's limit for the names of functions, the shortest of those used here. */
const LONGEST = 64;
/** The length of `ap-southeast-1`, and some more. */
const LONGEST_REGION = 16;

/**
 * A name for something whose names are unique per account across all regions: CloudFront's policies, functions and
 * access controls. Without the region in it, a deployment in a second region would fail.
 * @throws RangeError if the stack's name leaves no room
 */
export function globalName(scope: Construct, id: string): string {
  const { stackName, region } = Stack.of(scope);
  if (stackName.length + id.length + LONGEST_REGION + 2 > LONGEST) {
    throw new RangeError(`the stack's name "${stackName}" is too long for "${id}" to be named after it`);
  }
  return `${stackName}-${region}-${id}`;
}
