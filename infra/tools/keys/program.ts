import { APIGatewayClient, APIGatewayServiceException } from '@aws-sdk/client-api-gateway';
import Table from 'cli-table3';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { localCredentials, localRegion } from '../../local/engine.ts';
import { type HandedOutPlan, handedOutPlans, stackName } from '../../names.ts';
import { KeysError, PartnerKeys } from './partner-keys.ts';

interface Where {
  readonly stack: string;
  readonly endpoint?: string;
}

/** Output of the command. */
export interface Output {
  readonly print: (text: string) => void;
  /** Progress and errors. */
  readonly tell: (text: string) => void;
}

/**
 * Runs `npm run keys --`.
 * @returns the exit code
 */
export async function runKeys(args: readonly string[], { print, tell }: Output): Promise<number> {
  const program = new Command('npm run keys --')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: tell })
    .description("Keys for the API's own domain: create them for partners, list them, revoke them.")
    .usage('<command> [options]')
    .option('--stack <name>', 'the stack whose usage plans are meant', stackName)
    .option('--endpoint <url>', 'another API Gateway than AWS, such as the one that npm start names', endpointOf)
    .helpOption('-h, --help', 'show this help, or a command’s')
    .helpCommand(false)
    .showHelpAfterError('(--help shows the options)')
    .configureHelp({ helpWidth: 110, showGlobalOptions: true })
    .addHelpText(
      'after',
      `
Examples:
  npm run keys -- create acme
  npm run -s keys -- create acme --plan agent > acme.key
  npm run keys -- list
  npm run keys -- revoke acme
  npm run keys -- list --endpoint http://127.0.0.1:3001/_aws      # with npm start; needs no account

It needs credentials and a region, found as the AWS command line finds them, and the rights apigateway:GET, POST and
DELETE on /apikeys and /usageplans. Keys are not part of the stack: a deployment neither creates nor deletes them.`,
    );

  program
    .command('create')
    .summary('create a key and show it once')
    .description('Creates a key on a usage plan. Only the key goes to standard output, and it is never shown again.')
    .argument('<name>', 'whose it is', nameOf)
    .addOption(new Option('--plan <plan>', 'which usage plan').choices(handedOutPlans).default('partner'))
    .action(async (name: string, { plan }: { plan: HandedOutPlan }) => {
      const made = await withKeys(program.opts(), (keys) => keys.create(name, plan));
      tell(`Key "${name}" on the plan ${plan}: ${made.plan.terms}.\n`);
      tell('Send it as x-api-key. It is shown only once:\n');
      print(`${made.value}\n`);
    });

  program
    .command('list')
    .summary('show the keys that were handed out, without their values')
    .description('Shows the keys that were handed out, without their values.')
    .action(async () => {
      const keys = await withKeys(program.opts(), (all) => all.list());
      const table = new Table({ head: ['name', 'plan', 'id', 'created'], style: { head: [], border: [] } });
      for (const { name, plan, id, created } of keys)
        table.push([name, plan, id, created?.toISOString().slice(0, 10) ?? '']);
      print(keys.length === 0 ? 'No key was handed out.\n' : `${table.toString()}\n`);
    });

  program
    .command('revoke')
    .summary('revoke a key permanently')
    .description('Revokes a key permanently. API Gateway may still accept it for about a minute.')
    .argument('<name-or-id>', 'as list shows it')
    .action(async (nameOrId: string) => {
      const { name, id, plan } = await withKeys(program.opts(), (keys) => keys.revoke(nameOrId));
      print(`Key "${name}" (${id}) of the plan ${plan} is revoked.\n`);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    tell(`${explain(error)}\n`);
    return 1;
  }
}

async function withKeys<T>({ stack, endpoint }: Where, work: (keys: PartnerKeys) => Promise<T>): Promise<T> {
  const client = await connect(endpoint);
  try {
    return await work(new PartnerKeys(client, stack));
  } finally {
    client.destroy();
  }
}

/** A local server does not check credentials, so none are needed. */
async function connect(endpoint: string | undefined): Promise<APIGatewayClient> {
  const here = endpoint !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname);
  if (here) return new APIGatewayClient({ endpoint, region: localRegion, credentials: localCredentials });
  const client = new APIGatewayClient(endpoint === undefined ? {} : { endpoint });
  const missing: string[] = [];
  await client.config.region().catch(() => missing.push('a region: set AWS_REGION, or one in the profile'));
  await client.config
    .credentials()
    .catch(() => missing.push('credentials: set AWS_PROFILE, or sign in with `aws sso login`'));
  if (missing.length === 0) return client;
  client.destroy();
  const needs = missing.map((need) => `  - ${need}`).join('\n');
  throw new KeysError(
    `Keys are kept by API Gateway, and this lacks\n${needs}\n(--help says what else; --endpoint means npm start's)`,
  );
}

function endpointOf(text: string): string {
  if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It is a URL such as http://127.0.0.1:3001/_aws.');
}

function nameOf(text: string): string {
  if (/^[\w .@-]{1,100}$/.test(text) && text.trim() === text) return text;
  throw new InvalidArgumentError('A name has up to 100 letters, digits, spaces and . _ @ -');
}

/** Faults of the input or of AWS rights, in words; any other error with its stack trace. */
function explain(error: unknown): string {
  if (error instanceof KeysError) return error.message;
  if (error instanceof APIGatewayServiceException) return `API Gateway refuses: ${error.message} (${error.name})`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'Nothing answers at this endpoint. npm start names the one that it serves.';
  if (code === 'ENOTFOUND') return 'The endpoint has no address. Is there a network, and is the region right?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
