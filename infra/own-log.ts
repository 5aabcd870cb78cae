import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

interface OwnLog {
  readonly logGroup: LogGroup;
  /** A role that may write this log and nothing else. */
  readonly role: Role;
}

/**
 * Creates a function's log, and a role that may write it. AWS's usual managed policy would also let the function create
 * log groups anywhere in the account.
 * @param scope The function's construct; the log and the role become its children `Log` and `Role`.
 */
export function ownLog(scope: Construct, retention = RetentionDays.ONE_MONTH): OwnLog {
  const logGroup = new LogGroup(scope, 'Log', { retention, removalPolicy: RemovalPolicy.DESTROY });
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  );
  return { logGroup, role };
}
