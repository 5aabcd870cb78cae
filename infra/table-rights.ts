import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { keyOf } from '../functions/store/table.ts';

/** Partition keys of the table, as a condition of rights names them. */
export const partitions = {
  /** What people recorded of centers, private fields included. */
  centers: `${keyOf.private('').pk}*`,
  codes: keyOf.code('').pk,
  dataset: keyOf.head().pk,
  pages: `${keyOf.page('').pk}*`,
  progress: keyOf.progress('', '').pk,
  signOuts: `${keyOf.signOut('').pk}*`,
  waiting: keyOf.waiting('').pk,
};

/** Lets a role do this to items of these partitions, and to no others. Not for a scan, which names no key. */
export function allowOnItems(role: Role, { tableArn }: ITable, actions: string[], keys: readonly string[]): void {
  role.addToPolicy(
    new PolicyStatement({
      actions,
      resources: [tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
    }),
  );
}
