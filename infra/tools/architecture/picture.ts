import { Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { drawnByBoth, type Imports, reduced } from './imports.ts';

type Kind = 'people' | 'cloud' | 'room' | 'folder';

interface Box {
  readonly name: string;
  readonly kind: Kind;
  readonly says: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** `asks`: a request or an event. `imports`: an import of code. */
  readonly kind: 'asks' | 'imports';
}

/** The boxes around the code: the people who send requests, and the AWS services between them and the code. */
const around: readonly Box[] = [
  { name: 'Visitors', kind: 'people', says: 'the finder, pages' },
  { name: 'Partners', kind: 'people', says: 'programs and language models' },
  { name: 'Admissions', kind: 'people', says: 'agents with a caller' },
  { name: 'Editors', kind: 'people', says: 'import, correct, publish' },
  { name: 'CloudFront', kind: 'cloud', says: 'site files from S3, answers kept' },
  { name: 'API Gateway', kind: 'cloud', says: 'keys, limits, sign-in' },
  { name: 'S3 upload', kind: 'cloud', says: 'a file of listings' },
  { name: 'DynamoDB', kind: 'cloud', says: 'index, pages, facts, HEAD' },
];
const asks: readonly Arrow[] = (
  [
    ['Visitors', 'CloudFront'],
    ['Visitors', 'web'],
    ['Partners', 'API Gateway'],
    ['Admissions', 'CloudFront'],
    ['Editors', 'data'],
    ['Editors', 'S3 upload'],
    ['CloudFront', 'API Gateway'],
    ['API Gateway', 'api'],
    ['API Gateway', 'agents'],
    ['S3 upload', 'publisher'],
    ['store', 'DynamoDB'],
  ] as const
).map(([from, to]) => ({ from, to, kind: 'asks' }));
const folders: Readonly<Record<string, string>> = {
  web: 'the finder, the console, the client',
  [drawnByBoth]: 'components and words that pages share',
  data: 'importers and commands for editors',
};

const width = 150;
const height = 66;
const lineHeight = 13;
const margin = 16;
const legendHeight = 56;

/**
 * Draws the modules and the boxes around them as an SVG that follows the reader's light or dark setting. Import arrows
 * that follow from a longer path are left out.
 * @param purposes what each module is for, in a few words
 */
export function architecture(imports: Imports, purposes: ReadonlyMap<string, string>): string {
  const boxes: readonly Box[] = [
    ...around,
    ...[...imports.keys()].map((name): Box => {
      const says = folders[name];
      return says === undefined
        ? { name, kind: 'room', says: purposes.get(name) ?? '' }
        : { name, kind: 'folder', says };
    }),
  ];
  const arrows: readonly Arrow[] = [
    ...asks,
    ...[...reduced(imports)].flatMap(([from, found]) => found.map((to): Arrow => ({ from, to, kind: 'imports' }))),
  ];
  return `${renderToString(drawing(boxes, arrows))}\n`;
}

function drawing(boxes: readonly Box[], arrows: readonly Arrow[]): JSX.Element {
  const graph = new Graph<GraphLabel, NodeLabel>();
  graph.setGraph({
    rankdir: 'TB',
    ranker: 'tight-tree',
    nodesep: 12,
    ranksep: 34,
    edgesep: 8,
    marginx: margin,
    marginy: margin,
  });
  graph.setDefaultEdgeLabel(() => ({ minlen: 1, weight: 1 }));
  for (const { name } of boxes) graph.setNode(name, { width, height });
  for (const { from, to } of arrows) graph.setEdge(from, to);
  layout(graph);
  const size = graph.graph();
  const [w, tall] = [Math.ceil(size.width ?? 0), Math.ceil(size.height ?? 0) + legendHeight];
  return h(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${w} ${tall}`, role: 'img', 'aria-labelledby': 'title' },
    h('title', { id: 'title' }, 'The rooms of the program locator, who asks them, and which imports which'),
    h('style', null, style),
    h('rect', { class: 'ground', width: w, height: tall, rx: 12 }),
    h(
      'defs',
      null,
      (['asks', 'imports'] as const).map((kind) =>
        h(
          'marker',
          { id: kind, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
          h('path', { class: `head ${kind}`, d: 'M0 0 8 4 0 8Z' }),
        ),
      ),
    ),
    arrows.map(({ from, to, kind }) =>
      h('path', {
        class: `arrow ${kind}`,
        d: curve(graph.edge(from, to).points),
        'marker-end': `url(#${kind})`,
      }),
    ),
    boxes.map((box) => boxAt(box, graph.node(box.name))),
    legend(tall - legendHeight),
  );
}

function boxAt({ name, kind, says }: Box, { x = 0, y = 0 }: NodeLabel): JSX.Element {
  const lines = shortened(says, 23, 3);
  const top = (height - lines.length * lineHeight) / 2;
  return h(
    'g',
    { class: kind, transform: `translate(${round(x - width / 2)} ${round(y - height / 2)})` },
    h('rect', { class: 'box', width, height, rx: kind === 'people' ? 24 : 8 }),
    h('text', { class: 'name', x: width / 2, y: top + 7 }, name),
    lines.map((line, at) => h('text', { class: 'says', x: width / 2, y: top + 8 + (at + 1) * lineHeight }, line)),
  );
}

function legend(top: number): JSX.Element {
  const parts: readonly [string, string][] = [
    ['asks', 'asks'],
    ['imports', 'imports, unless a longer way already says so'],
  ];
  return h(
    'g',
    { transform: `translate(${margin} ${top + 18})` },
    parts.map(([kind, says], at) =>
      h(
        'g',
        { transform: `translate(${at * 130} 0)` },
        h('path', { class: `arrow ${kind}`, d: 'M0 0H40', 'marker-end': `url(#${kind})` }),
        h('text', { class: 'says key', x: 50, y: 4 }, says),
      ),
    ),
    h(
      'text',
      { class: 'says key', x: 0, y: 24 },
      'infra deploys all of this, and npm start serves it. Written by npm run architecture from the files and .dependency-cruiser.mjs.',
    ),
  );
}

/**
 * Draws an edge as a smooth line through its points: straight at both ends, and curved between the middles of its
 * segments.
 */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const at = (index: number) => `${round(points[index]?.x ?? 0)} ${round(points[index]?.y ?? 0)}`;
  const last = points.length - 1;
  const middle = (index: number) =>
    `${round(((points[index]?.x ?? 0) + (points[index + 1]?.x ?? 0)) / 2)} ${round(((points[index]?.y ?? 0) + (points[index + 1]?.y ?? 0)) / 2)}`;
  const bends = points
    .slice(1, -1)
    .map((_, index) => `Q${at(index + 1)} ${index + 2 === last ? at(last) : middle(index + 1)}`);
  return `M${at(0)}${bends.length === 0 ? `L${at(last)}` : bends.join('')}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Wraps a text in at most `most` lines. If it is longer, clauses are dropped from its end. */
function shortened(text: string, letters: number, most: number): string[] {
  const lines = wrapped(text, letters);
  const comma = text.lastIndexOf(',');
  return lines.length <= most || comma < 0 ? lines.slice(0, most) : shortened(text.slice(0, comma), letters, most);
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const style = `
svg { --ground: #fbfaf7; --ink: #17262b; --soft: #51646b; --room: #e2efec; --edge: #2e6a66; --cloud: #fdf0da; --amber: #b06a12; --folder: #eceaf5; --violet: #6a5fa8; --people: #fff; }
@media (prefers-color-scheme: dark) { svg { --ground: #10191d; --ink: #eaf1f0; --soft: #a9bbbf; --room: #17353a; --edge: #7cc0b8; --cloud: #3a2b12; --amber: #e3a54b; --folder: #282440; --violet: #a89fe0; --people: #1a262b; } }
text { font: 12px system-ui, sans-serif; fill: var(--soft); text-anchor: middle; }
.name { font: 600 14.5px system-ui, sans-serif; fill: var(--ink); }
.key { text-anchor: start; }
.ground { fill: var(--ground); }
.box { stroke-width: 1.4; fill: var(--room); stroke: var(--edge); }
.cloud .box { fill: var(--cloud); stroke: var(--amber); }
.folder .box { fill: var(--folder); stroke: var(--violet); }
.people .box { fill: var(--people); stroke: var(--soft); }
.arrow { fill: none; stroke-width: 1.3; }
.arrow.imports { stroke: var(--edge); opacity: .75; }
.arrow.asks { stroke: var(--amber); stroke-width: 2.2; }
.head.imports { fill: var(--edge); }
.head.asks { fill: var(--amber); }
`;
