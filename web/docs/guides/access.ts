import { count, type Facts, type Guide } from './facts.ts';

export const keysGuide = ({ address }: Facts): Guide => ({
  slug: 'keys',
  title: 'Keys',
  description: 'Which domain needs a key, how to send it, and how to keep it.',
  text: `There are two domains with the same API behind them.

| domain | key | for |
|---|---|---|
| the website’s own, where you read this | none | visitors, the finder on your pages, trying things out |
| the API’s own | \`x-api-key\` | your servers and programs |

## Without a key

Ask the website’s domain. One address may ask ${count(address.requests)} times in ${address.minutes} minutes.

\`\`\`sh
curl 'https://locator.example/v1/centers?near=85004&level=iop&limit=1'
\`\`\`

## With a key

Whoever runs this locator makes keys and tells you the API’s domain. Send the key in a header with each request:

\`\`\`sh
curl "$API/v1/centers?near=85004&level=iop&limit=1" -H "x-api-key: $KEY"
\`\`\`

Without a valid key the API’s domain answers 403. That is true of unknown addresses too: a 403 does not mean that there is
something.

In the typed client the key is an option:

\`\`\`js
const client = new LocatorClient({ baseUrl: process.env.API, apiKey: process.env.KEY });
\`\`\`

## Keep it to yourself

- Keep a key on your server. A key in a page or an app is everybody’s: use the website’s domain there, it needs none.
- A key opens nothing private. It counts what you ask, so somebody else’s requests would use up your plan.
- If a key got out, ask for a new one. The old one can be revoked.

## The admissions team

\`/v1/agent\` takes an access token of a person who signed in, on either domain. On the API’s domain it needs the key as well. See
[the team’s pages](/docs/agents).

For operators: \`npm run keys -- --help\` creates, lists and revokes keys.
`,
});

export const limitsGuide = ({ plans, address, retryAfter, bodyBytes, bounds, limit }: Facts): Guide => ({
  slug: 'limits',
  title: 'Plans and limits',
  description: 'How much a key or an address may ask, how large a request may be, and what to do at 429.',
  text: `## Plans

Each key is on a plan.

| plan | a second | at once | a day |
|---|---|---|---|
${(['partner', 'agent'] as const)
  .map((name) => {
    const { rateLimit, burstLimit, perDay } = plans[name];
    return `| \`${name}\` | ${rateLimit} | ${burstLimit} | ${count(perDay)} |`;
  })
  .join('\n')}

API Gateway keeps to these closely, which is no promise to the last request. On the website’s domain, without a key, one address may
ask the API ${count(address.requests)} times in ${address.minutes} minutes. Pages are always served.

## At 429

The answer says how long to wait, in seconds, in \`Retry-After\`:

| over | \`Retry-After\` |
|---|---|
| a key’s requests a second | ${retryAfter.rate} |
| a key’s requests a day | ${count(retryAfter.quota)} |
| the requests of one address | ${retryAfter.address} |

Wait that long, then send the same request again. The typed client’s error has it as \`retryAfter\`:

\`\`\`js
async function patiently(ask) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!error.retryAfter || attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter * 1000));
    }
  }
}
const answer = await patiently(() => client.search({ near: '85004' }));
\`\`\`

## Asking less

- Search once with the fields you need. One request reads what it takes; there is no second one to make for details.
- Answers that may be kept carry \`ETag\`. Send it back as \`If-None-Match\` and get 304 without a body.
- To search often, [download the listings](/docs/guides/device-search) and search by yourself.

## Sizes

- A body has at most ${count(bodyBytes / 1024)} KiB; else 413.
- A text has at most ${bounds.text} characters, a list ${bounds.values} values, a request ${bounds.fields} fields.
- A search’s \`limit\` is 1 to ${limit.most}, ${limit.usual} if left out. The page of each other operation says its own.
- A search that would have to read too much to be exact answers 422 \`too-broad\` and names the \`fields\` to loosen. A partial answer
  is never sent.
`,
});

export const browsersGuide = ({ cors }: Facts): Guide => ({
  slug: 'browsers',
  title: 'From other websites (CORS)',
  description: 'What a script on another website may send and read, and how to keep a place out of URLs.',
  text: `A script on any website may ask the API. There are no cookies, so nobody is signed in by accident.

| | |
|---|---|
| \`Access-Control-Allow-Origin\` | \`*\`, on errors too |
| headers you may send | ${listOf(cors.sent)} |
| headers you may read | ${listOf(cors.exposed)} |
| a preflight is kept for | ${count(cors.preflightSeconds / 3600)} hours |

Send no credentials: \`fetch\` sends none to another website unless you ask for it. \`Authorization\` is only for the team’s routes.

## Keep the place out of the URL

What somebody searches for is sensitive in itself. URLs are kept in histories and logs; bodies are not. So from a page, search by
POST:

\`\`\`js
const response = await fetch('https://locator.example/v1/centers/search', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ near: '85004', level: ['iop'], limit: 3 }),
});
const { results, help } = await response.json();
\`\`\`

A body of JSON makes the browser ask first with \`OPTIONS\`. That needs no key, and it asks again only after the preflight is too old.
The typed client searches by POST always.

## Or do not send it at all

- **A cell.** Send \`cell\`, a geohash of four or five characters, and rank the answer on the device. The answer holds every center
  that can be among the nearest from any point of the cell.
- **The device.** [Download the listings](/docs/guides/device-search), and no request depends on what is searched.

## Always show the helplines

Every answer with centers has \`help\`. Show it. \`crisis: true\` at the top means that the words speak of danger to a life: show \`help\`
first and large.
`,
});

const listOf = (names: string): string =>
  names
    .split(', ')
    .map((name) => `\`${name}\``)
    .join(' ');
