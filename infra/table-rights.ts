import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { keyOf } from '../functions/store/table.ts';

/** The table's partition keys, written as IAM conditions need them. */
export const partitions = {
  /** The items of a center with everything that people recorded about it, including private fields. */
  centers: `${keyOf.private('').pk}*`,
  codes: keyOf.code('').pk,
  dataset: keyOf.head().pk,
  pages: `${keyOf.page('').pk}*`,
  progress: keyOf.progress('', '').pk,
  signOuts: `${keyOf.signOut('').pk}*`,
  waiting: keyOf.waiting('').pk,
};

/**
 * Allows a role these actions on items in these partitions only. It cannot be used for scans, which name no partition
 * key.
 */
export function allowOnItems(role: Role, { tableArn }: ITable, actions: string[], keys: readonly string[]): void {
  role.addToPolicy(
    new PolicyStatement({
      actions,
      resources: [tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
    }),
  );
}
