import { runAtlas } from './program.ts';

process.exitCode = await runAtlas(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  tell: (line) => process.stderr.write(`${line}\n`),
});
