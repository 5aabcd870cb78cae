import { rehearse } from './rehearsal.ts';

const help = `Usage: npm run restore [-- PATH]

Rehearses the loss of a table on the embedded engine: publishes PATH (data/centers), restores a backup into a new table,
destroys the old one, and points the handler to the new one. Prints each step. Exits with 1 if one went wrong.
`;
const [path = 'data/centers'] = process.argv.slice(2);
if (path === '--help' || path === '-h') process.stdout.write(help);
else {
  let number = 0;
  const right = await rehearse({
    data: path,
    seen: ({ step, command, ok }) => {
      number += 1;
      console.log(
        `${ok ? 'right' : 'WRONG'}  ${number}. ${step}${command === undefined ? '' : `\n          ${command}`}`,
      );
    },
  });
  if (!right) process.exitCode = 1;
}
