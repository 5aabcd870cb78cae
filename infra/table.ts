import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { expiryAttribute, tableKeys } from '../functions/store/table.ts';

/**
 * The only table: records, what people added to them, and the pages of the published dataset. Capacity is on demand,
 * because a publish is a burst and traffic cannot be predicted. Confirmations exist nowhere else, so the table can be
 * restored to any second of the last 35 days, and neither a deleted stack nor a mistyped command removes it.
 * @param tableName Name of a table that a backup was restored into (`npm run data -- restore`), used in place of the
 * stack's own table. The own table is kept, and used again when this name is removed.
 */
export class DatasetTable extends Construct {
  readonly table: ITable;

  constructor(scope: Construct, id: string, { tableName }: { readonly tableName?: string | undefined } = {}) {
    super(scope, id);
    const own = new Table(this, 'Table', {
      partitionKey: { name: tableKeys.partition, type: AttributeType.STRING },
      sortKey: { name: tableKeys.sort, type: AttributeType.STRING },
      timeToLiveAttribute: expiryAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // The cast is needed because in the library's types, a Table is not an ITable (optional members may be undefined).
    this.table = tableName === undefined ? (own as ITable) : Table.fromTableName(this, 'Restored', tableName);
  }
}
