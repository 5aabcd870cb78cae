import type { Command } from 'commander';
import { readPrevious } from '../import/context.ts';
import { HeldBackError } from '../import/hold-back.ts';
import { coveredBy } from '../match/lists.ts';
import { keepIds } from '../match/previous.ts';
import { describeSample, readSample } from '../match/report.ts';
import { readDecisions } from '../match/review.ts';
import { loadRecords } from '../records/load.ts';
import { describeFacts } from './facts.ts';

/** Adds the commands `facts`, `match-report` and `ids`. */
export function addMatchCommands(program: Command): void {
  program
    .command('facts')
    .summary('how many centers say yes, no or nothing to each value of each field')
    .description(
      'Asks every center for each value by itself, as a search does: it lists the value (yes), its source could have ' +
        'listed it and did not (no), or its source has no word for it (unknown).',
    )
    .argument('[path]', 'a file or folder of centers', 'data/centers')
    .action(async (path: string) => void process.stdout.write(describeFacts(await loadRecords(path), Date.now())));
  program
    .command('match-report')
    .summary('how often the score that merges listings is right, on pairs judged by hand')
    .description(
      'Prints precision and recall of the score (data/match) on a sample of pairs that were drawn from near the threshold ' +
        'and judged by hand, and every pair that it decides differently.',
    )
    .argument('[sample]', 'a CSV file of judged pairs', 'test/data/match-sample.csv')
    .action(async (path: string) => void process.stdout.write(describeSample(await readSample(path))));
  program
    .command('ids')
    .summary('how many ids a dataset keeps from an earlier one')
    .description(
      'Matches a file or folder of centers with an earlier dataset, and says how many ids it keeps, how many are gone ' +
        'and how many are new. Writes nothing; `import … --previous` gives the ids.',
    )
    .argument('<path>', 'the new file or folder')
    .requiredOption('--previous <folder>', 'the dataset before')
    .option('--decisions <csv>', 'a review file that somebody filled in')
    .action(async (path: string, options: { previous: string; decisions?: string }) => {
      const records = await loadRecords(path);
      const previous = await readPrevious(options.previous);
      const decisions = await readDecisions(options.decisions ?? null);
      const { counts, review } = keepIds(records, previous, '1970-01-01', decisions, coveredBy(records));
      const before = counts.kept + counts.merged + counts.gone + counts.unsought;
      process.stdout.write(
        `before ${before} = kept ${counts.kept} + merged ${counts.merged} + gone ${counts.gone}` +
          `${counts.unsought > 0 ? ` + of other states or directories ${counts.unsought}` : ''}\n` +
          `after ${records.length} = kept ${counts.kept} + new ${counts.new}` +
          `${counts.returned > 0 ? ` + came back ${counts.returned}` : ''}\n` +
          `pairs to review: ${review.length}\n`,
      );
    });
}

/** Adds the options that every import has. */
export function withContext(command: Command): Command {
  return command
    .option('--previous <folder>', 'the earlier dataset: centers and offerings that continue keep their ids')
    .option('--decisions <csv>', 'a review file that somebody filled in (default: the one in the --out folder)')
    .option('--skip-refused', 'write the valid records even if rows are refused');
}

/** Prints an import's report, even if the import wrote nothing. */
export async function printAccount(imported: Promise<string>): Promise<void> {
  try {
    process.stdout.write(await imported);
  } catch (error) {
    if (error instanceof HeldBackError) process.stdout.write(error.account);
    throw error;
  }
}
