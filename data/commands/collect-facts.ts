import { type Command, InvalidArgumentError } from 'commander';
import { PROVIDER_PATH } from '../../functions/domain/from-provider.ts';
import { collectFacts, describeCollected, isWell } from '../provider-facts/collect.ts';
import { PROVIDERS_FOLDER } from '../provider-facts/list.ts';
import { loadRecords } from '../records/load.ts';
import { FailedCheck } from './failed-check.ts';

interface CollectFactsOptions {
  readonly providers: string;
  readonly dryRun?: boolean;
  readonly allowLocal?: boolean;
  readonly allowDrop?: boolean;
  readonly atOnce: number;
}

export function addCollectFactsCommand(program: Command): void {
  program
    .command('collect-facts')
    .summary('read what listed providers state on their own sites')
    .description(
      `Reads ${PROVIDER_PATH} of every site in providers.json, checks it as \`check-facts\` does, and keeps what is accepted, ` +
        'with its URL, time and SHA-256, in providers/ beside the list. The next publish lays it over the listings. Says which facts ' +
        'are new, gone and different, and where a provider and its listing differ. What could not be read, has faults or is ' +
        'unlikely to be right leaves the last edition as it is. Exits with 1 if there is such a site; the others are still kept.',
    )
    .argument('[path]', 'the listings: a file or a folder', 'data/centers')
    .option('--providers <folder>', 'the folder with providers.json', PROVIDERS_FOLDER)
    .option('--dry-run', 'read and compare, write nothing')
    .option('--allow-drop', 'go ahead even if more than half of a provider’s facts would be lost')
    .option('--allow-local', 'also read sites on this machine over plain HTTP, to try it out')
    .option('--at-once <number>', 'how many sites to read at a time', atOnceOf, 4)
    .action(async (path: string, options: CollectFactsOptions) => {
      const { providers: folder, dryRun = false, ...others } = options;
      const records = await loadRecords(path);
      const onProgress = (line: string): void => void process.stderr.write(`${line}\n`);
      const all = await collectFacts({ folder, records, now: Date.now(), dryRun, onProgress, ...others });
      process.stdout.write(describeCollected(all, dryRun));
      if (!all.every(isWell)) throw new FailedCheck();
    });
}

function atOnceOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 16)
    throw new InvalidArgumentError('a whole number from 1 to 16.');
  return number;
}
