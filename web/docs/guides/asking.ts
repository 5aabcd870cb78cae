import type { Guide } from './facts.ts';

export const pathsGuide = (): Guide => ({
  slug: 'care-paths',
  title: 'Care paths',
  description: 'From level to level through centers that all take one payer and one person.',
  text: `Many people go on from level to level: from detox to residential treatment to an IOP. \`/v1/paths\` finds the ways through one
center of each level with the least total distance. No other way is shorter: the answer is exact, or it is an error.

\`\`\`sh
curl 'https://locator.example/v1/paths?near=85004&levels=detox,residential,iop&payer=medicaid&limit=1'
\`\`\`

\`miles\` is the whole way, and each leg has its own \`distance\` from the center before. Each of these is rounded to two decimals by
itself, so the legs may differ from \`miles\` by a hundredth each.

## For one person

All centers of a path accept one and the same person. Say who goes with \`age\` and \`gender\`, and for whom every program is made with
\`population\`. They have the names, values and faults of a [search](/docs/search#searchCenters):

\`\`\`js
const { paths } = await client.paths({ near: '85004', levels: ['detox', 'iop'], age: [16], gender: ['women'] });
\`\`\`

Without them a path is still for somebody: there is one gender and one band of age that no center of it leaves out. \`onlyFor\` says
who that is, unless it is everybody. Show it with the path.

- **A center that says nothing** of the ages or genders that it accepts leaves nobody out.
- **A center that names others** leaves people out, such as one that names children alone. Some accept more people than they name.
  To find those, give \`age\` or \`gender\` with \`include=unknown\`, and ask them.

## Where a listing cannot say

Unknown is not no. With \`include=unknown\` a path also goes through centers that may have the level, take the payer or accept the
person. Every leg then has \`certainty\`, and a leg in doubt has \`ask\`: the fields to ask the center about. Without it,
\`alternatives\` says what asking would save.

## Too broad

Where too much would have to be read, the answer is 422 \`too-broad\`. There is no radius to narrow a path: name fewer \`levels\`, or
leave out what few centers have.
`,
});

export const formatsGuide = (): Guide => ({
  slug: 'formats',
  title: 'Tables and maps',
  description: 'A search as CSV for Excel and other spreadsheets, or as GeoJSON for a map.',
  text: `The header \`Accept\` chooses the form of a search’s answer. Without it the answer is JSON.

| \`Accept\` | gives |
|---|---|
| \`application/json\` | everything that the answer knows |
| \`text/csv\` | a table, one row a center |
| \`application/geo+json\` | points for a map (RFC 7946) |

## A table for Excel

\`\`\`sh
curl 'https://locator.example/v1/centers?state=OK&level=detox&limit=50' -H 'accept: text/csv'
\`\`\`

Save it as a file that ends in \`.csv\`. It begins with a byte order mark, so that Excel, Numbers and LibreOffice show every letter right. A ZIP that begins with a zero is
written as \`="07102"\`, since a spreadsheet would drop the zero. Text that begins like a formula gets an apostrophe before it.

## Points for a map

\`\`\`sh
curl 'https://locator.example/v1/centers?near=85004&level=iop&limit=5' -H 'accept: application/geo+json'
\`\`\`

A center whose point is only the middle of its ZIP says so: \`accuracy\` is \`zip\`.
`,
});

export const clientGuide = (): Guide => ({
  slug: 'client',
  title: 'The TypeScript client',
  description: 'A small client with types, without dependencies, for browsers and Node.',
  text: `Every site serves the client as a package with its types, made from the OpenAPI document:

\`\`\`text
npm install https://locator.example/client.tgz
\`\`\`

\`\`\`js
const { results, help } = await client.search({ near: '85004', level: ['iop'], within: '25mi' });
\`\`\`

TypeScript checks the fields that you send, and knows each member of the answer. In JavaScript it works the same.

- **By POST.** Searches and [paths](/docs/guides/care-paths) go in a body, so no URL has a place in it.
- **One search at a time.** A new search ends the one before it. On a server give \`abortPrevious: false\`.
- **Errors** are a \`ProblemError\` with \`kind\`, \`problem\` and \`retryAfter\`: see [Errors](/docs/guides/errors#in-the-typed-client).
- **Pages** come one after the other from \`client.pages\`: see [Paging](/docs/guides/paging).
`,
});
