import { runPocket } from './program.ts';

process.exitCode = await runPocket(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  tell: (line) => process.stderr.write(`${line}\n`),
});
