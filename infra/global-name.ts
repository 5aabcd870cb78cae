import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Maximum length of a CloudFront function's name, in characters. The other names made here may be longer. */
const LONGEST = 64;
/** Length reserved for the region, in characters: that of `ap-southeast-1`, and some more. */
const LONGEST_REGION = 16;

/**
 * Returns a name for something whose name must be unique in the account across all regions: CloudFront's policies,
 * functions and access controls. The name contains the region, because otherwise a deployment in a second region would
 * fail.
 * @throws RangeError if the stack's name is too long
 */
export function globalName(scope: Construct, id: string): string {
  const { stackName, region } = Stack.of(scope);
  if (stackName.length + id.length + LONGEST_REGION + 2 > LONGEST) {
    throw new RangeError(`the stack's name "${stackName}" is too long for "${id}" to be named after it`);
  }
  return `${stackName}-${region}-${id}`;
}
