import { jsonText } from '../samples/json.ts';
import type { Facts, Guide } from './facts.ts';

export const pagingGuide = ({ limit }: Facts): Guide => ({
  slug: 'paging',
  title: 'Paging',
  description: 'How to read a long list without gaps or repeats, in each face of the API.',
  text: `A search answers with the nearest ${limit.usual} centers, or as many as \`limit\` says, up to ${limit.most}. \`next\` in the
answer is the way to those after them; \`null\` means that nothing follows.

## The next page

Send the same search again with \`cursor\`, the \`next\` that you got:

\`\`\`sh
NEXT=$(curl -s 'https://locator.example/v1/centers?near=85004&limit=2' | jq -r '.next')

curl "https://locator.example/v1/centers?near=85004&limit=2&cursor=$NEXT"
\`\`\`

By GET the header \`Link\` with \`rel="next"\` has the whole URL. \`limit\` may change between pages; everything else stays.

The typed client reads page after page:

\`\`\`js
const names = [];
for await (const { results } of client.pages({ near: '85004', level: ['detox'], within: '25mi', limit: 50 })) {
  names.push(...results.map(({ center }) => center.name));
}
\`\`\`

## What a cursor promises

- **No gaps, no repeats.** A cursor names the listings that its search began with. If new ones are published between two pages, you
  still get the rest of the old ones.
- **For a day.** When those listings were replaced more than a day ago the answer is 410 \`cursor-gone\`: begin again without it.
- **Only its own search.** With another search’s fields, or altered, it is a 400.
- **Closed.** Do not read or build one. What is in it may change.

A search by \`cell\` has no pages: raise \`limit\`.

## In the other faces

| face | next page |
|---|---|
| [FHIR](/docs/fhir) | the \`link\` of the Bundle with \`relation: "next"\`; \`_count\` is the size |
| [HSDS](/docs/hsds) | \`page\` and \`per_page\`; \`total_pages\` says how many there are |
| [MCP](/docs/mcp) | \`cursor\` in the arguments, from \`next\` in the answer |
`,
});

export const errorsGuide = ({ problems, faults }: Facts): Guide => ({
  slug: 'errors',
  title: 'Errors',
  description: 'The form of an error, every kind there is, and which to send again.',
  text: `An error is \`application/problem+json\` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). Its \`type\` is the URL of a
page that explains it.

\`\`\`sh 400
curl 'https://locator.example/v1/centers?near=85004&levl=iop&within=900mi&payer=medicade'
\`\`\`

\`\`\`json
${jsonText(faults)}
\`\`\`

- **Every fault at once.** \`errors\` has one entry a fault, with \`parameter\` (a query) or \`pointer\` (a body, RFC 6901), and a
  \`message\` that says what would be right. A misspelled value names the nearest good one.
- **Nothing is guessed.** Unknown, empty and contradicting parameters are faults, so a slip never quietly widens a search.
- **An ambiguous place is asked back.** \`candidates\` lists what it can mean; each \`label\` works as \`near\`.
- **Helplines first.** Where the words of a search speak of danger to a life, the error too begins with \`crisis: true\` and \`help\`.
  Show them before anything else.

\`\`\`sh 400
curl 'https://locator.example/v1/centers?near=Peoria'
\`\`\`

FHIR answers with an \`OperationOutcome\` that names the same faults, MCP with an error of JSON-RPC or of the tool.

## Which to send again

| status | send again? |
|---|---|
| 400, 404, 405, 406, 413, 415, 422 | No. The same request gets the same answer: change it |
| 401, 403 | With a key or a new token |
| 308 | Follow \`Location\`, and keep the new id: clients of HTTP do the first by themselves |
| 410 | No. The center has closed, or the pages are gone: search again |
| 412, 428 | Read again, then with the version that you saw in \`If-Match\` |
| 429, 503 | Yes, after the seconds in \`Retry-After\` |
| 500, 502, 504 | Yes, once or twice. Then report \`x-request-id\`: it leads to the error, and not to what was searched |

Every request of the public API only reads, so sending one twice does no harm. A recorded fact that is sent twice is one fact.

## Every kind

| status | kind | means |
|---|---|---|
${Object.entries(problems)
  .map(([kind, { status, title }]) => `| ${status} | [\`${kind}\`](/problems/${kind}) | ${title} |`)
  .join('\n')}

## In the typed client

\`\`\`js
import { ProblemError } from 'program-locator-client';

try {
  await client.search({ near: 'Peoria' });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(error.kind, error.problem.candidates);
}
\`\`\`
`,
});

export const versionsGuide = (): Guide => ({
  slug: 'versions',
  title: 'Versions',
  description: 'What may change within /v1, what may not, and how a route says that it will go.',
  text: `The \`1\` of \`/v1\` stays as long as nothing changes its meaning.

| may happen at any time | comes as \`/v2\`, beside \`/v1\` |
|---|---|
| a new member of an answer | a member that goes or means something else |
| a new parameter, or a new value of one | a parameter that goes or means something else |
| a new route, a new kind of problem | another answer to the same question by other rules |
| an answer to what was an error | |

So ignore what you do not know: members, values of lists, kinds of problems. An unknown kind is as bad as its status.

## A route that will go

says so on each of its answers for at least twelve months:

| header | says |
|---|---|
| \`Deprecation\` (RFC 9745) | since when to move on |
| \`Sunset\` (RFC 8594) | the time after which it may stop answering |
| \`Link\` with \`rel="deprecation"\` | where the replacement is described |

No route is on its way out today.

## The data’s version

Apart from the API, the listings have a version. \`dataset\` in an answer names it, and when it was published. All facts of one answer
are of one version. New facts are public within seconds, and a minute later through caches.

The API’s own description is at [/v1/openapi.json](/v1/openapi.json); these pages are written from it.

\`\`\`sh
curl -s 'https://locator.example/v1/openapi.json' | jq -r '.info.version'
\`\`\`
`,
});

export const deviceGuide = (): Guide => ({
  slug: 'device-search',
  title: 'Search on the device',
  description: 'Download the listings, search without a request, and reveal nothing.',
  text: `That somebody looks for treatment is sensitive. A device can hold all listings and search by itself: then no request depends on
what is searched, or where. It also works without a network.

On a website you need not build it: the finder does it with \`search="device"\`. [Embed the finder](/embed).

## The list of parts

\`\`\`sh
curl 'https://locator.example/v1/dataset'
\`\`\`

It names the \`parts\`, each with its state, number of centers and \`url\`, and \`places\`, the ZIPs and cities to search from.

\`\`\`js
async function download() {
  const dataset = await (await fetch('https://locator.example/v1/dataset')).json();
  const parts = [];
  for (const { url } of dataset.parts) {
    const response = await fetch(url);
    if (response.status === 410) {
      // Replaced meanwhile: waits, then begins with the new list.
      await new Promise((resolve) => setTimeout(resolve, response.headers.get('retry-after') * 1000));
      return download();
    }
    if (!response.ok) throw new Error(\`\${response.status} for a part\`);
    parts.push(await response.json());
  }
  return parts;
}
const parts = await download();
const names = parts.flatMap(({ columns }) => columns[1]);
\`\`\`

[The routes](/docs/device) describe each answer, and [DevicePart](/docs/device#shape-DevicePart) the columns.

## Reveal nothing

1. Download **all** parts, in the order of the list, whatever is searched and wherever. All of some 8,000 centers are about 600 KB.
2. Whoever downloads some states only tells the server those states, and nothing else.
3. Keep the parts. A part never changes at its URL and may be kept for a day.

## Stay right

- **Ask \`/v1/dataset\` again** before you show a phone number that is older than ten minutes. It is short. Only parts with another
  URL have to be downloaded again.
- **410 with \`Retry-After\`**: the part was replaced meanwhile. Wait, read the list again, and download what it names.
- **Read all or nothing.** Refuse a \`format\` that you do not know. Ignore further columns and values: they can be added.
- **Closed and withdrawn centers** leave the list within seconds. Drop what the list no longer names.

## Between the two

With \`cell\` the server ranks for a whole cell and the device for its point. A cell of five characters is some three miles wide:

\`\`\`sh
curl 'https://locator.example/v1/centers?cell=9tbq3&level=iop&limit=5'
\`\`\`

The answer has \`distance.minMiles\` and \`distance.maxMiles\` instead of one distance, and every center that can be among the nearest
\`limit\` from any point of the cell.
`,
});
