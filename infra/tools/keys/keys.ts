import { runKeys } from './program.ts';

process.exitCode = await runKeys(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
});
