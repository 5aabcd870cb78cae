import { parseArgs } from 'node:util';
import { DeployError, findRegion, namingContext, runCdk, stacksOf } from './cdk-command.ts';

const help = `npm run destroy -- [options]

Deletes the locator: the alarms of its edge, the locator itself, and its firewall, in this order. CDK asks before each.

Options:
  --stage NAME      the stage that is meant, such as prod
  --keep-firewall   leave the firewall: a locator in another region still uses it
  --yes             ask nothing
  --help            this text

Kept, because it exists nowhere else, until somebody deletes it by hand:
  - the table, with what admissions teams confirmed and corrected (it is protected from deletion; its backups too)
  - the bucket of uploads, with every file that was published and its report
  - the user pool, with the people who sign in
  - the log of the CDK's own function that copied the site's files
They cost what they store. A later deployment makes new ones beside them: fill the new table with the data commands.
Forgotten: the settings, the website's key, alarms, logs and the API's address. Keys of partners stop working.
`;

async function destroyWith(parameters: string[]): Promise<void> {
  const values = parsed(parameters);
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const region = await findRegion('Deleting');
  const names = stacksOf(values.stage, region);
  const stacks = [names.edge, names.locator, ...(values['keep-firewall'] ? [] : [names.firewall])];
  for (const stack of stacks) {
    await runCdk(
      ['destroy', stack, '--exclusively', ...namingContext(values.stage, region), ...(values.yes ? ['--force'] : [])],
      region,
      `${stack} was not deleted; what comes after it was left alone. A firewall that another region uses: --keep-firewall`,
    );
  }
  console.log('\nKept: the table, the bucket of uploads and the user pool (--help says why).');
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        stage: { type: 'string' },
        'keep-firewall': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new DeployError(
      `${error instanceof Error ? error.message : error}\n(npm run destroy -- --help says what can be given)`,
    );
  }
}

/**
 * Runs `npm run destroy --`.
 * @returns the exit code
 */
export async function runDestroy(parameters: string[]): Promise<number> {
  try {
    await destroyWith(parameters);
    return 0;
  } catch (error) {
    console.error(error instanceof DeployError ? error.message : error);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runDestroy(process.argv.slice(2));
