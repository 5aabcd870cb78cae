import { type Group, groups } from '../../../functions/faces/agent/person.ts';
import { signInAs } from './sign-in.ts';

const help = `npm run token -- ${groups.join(' | ')}: prints an access token of an example person in that group, for the server that
npm start runs on this machine. It is good for 15 minutes.

  curl localhost:3000/v1/agent/progress -H "authorization: Bearer $(npm run -s token -- agent)"

Environment:
  PORT       where npm start serves the website's domain (3000)
  AUTH_PORT  where it issues tokens (PORT + 2)
`;

const [group, ...rest] = process.argv.slice(2);
if (group === undefined || rest.length > 0 || !(groups as readonly string[]).includes(group)) {
  const asked = group === '--help' || group === '-h';
  (asked ? process.stdout : process.stderr).write(help);
  process.exit(asked ? 0 : 1);
}
const { PORT = '3000', AUTH_PORT = String(Number(PORT) + 2) } = process.env;
try {
  process.stdout.write(`${await signInAs(group as Group, `http://127.0.0.1:${AUTH_PORT}`)}\n`);
} catch (error) {
  const refused = error instanceof TypeError && error.message === 'fetch failed';
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(refused ? `Nothing issues tokens on port ${AUTH_PORT}: run npm start\n` : `${reason}\n`);
  process.exit(1);
}
