import { type ComponentChild, h } from 'preact';
import { type Outlines, overlapOf, type Region } from './outlines.ts';
import { shownBox, toPixel, type View } from './view.ts';

/**
 * Draws the visible states and counties. All paths are in grid units under one transform, so strokes keep their width
 * at every scale.
 */
export function ground(view: View, outlines: Outlines, regions: readonly Region[]): ComponentChild {
  const shown = shownBox(view);
  const states = outlines.states.filter(({ box }) => overlapOf(box, shown));
  const origin = toPixel({ x: 0, y: 0 }, view);
  const matrix = `translate(${origin.x.toFixed(2)} ${origin.y.toFixed(2)}) scale(${view.scale})`;
  const counties = regions.flatMap((region) => region.counties);
  return h(
    'g',
    { class: 'ground', transform: matrix },
    states.map(({ code, path }) => h('path', { key: code, class: 'land', d: path })),
    h('path', { class: 'others', d: outlines.others }),
    counties.map(({ path }) => h('path', { class: 'county', d: path })),
    states.map(({ code, path }) => h('path', { key: `${code} border`, class: 'border', d: path })),
  );
}

/**
 * Like {@link ground}, but as text, for a page rendered on a server, where escaping every path would take longer than
 * the rest of the page. That is safe: paths only contain command letters, digits, spaces and minus signs.
 */
export function groundText(view: View, outlines: Outlines, regions: readonly Region[]): ComponentChild {
  const shown = shownBox(view);
  const states = outlines.states.filter(({ box }) => overlapOf(box, shown));
  const origin = toPixel({ x: 0, y: 0 }, view);
  const path = (name: string, d: string): string => `<path class="${name}" d="${d}"></path>`;
  const text = [
    ...states.map((state) => path('land', state.path)),
    path('others', outlines.others),
    ...regions.flatMap(({ counties }) => counties.map((county) => path('county', county.path))),
    ...states.map((state) => path('border', state.path)),
  ].join('');
  if (!SAFE.test(text)) throw new Error('an outline has a letter that no path has');
  return h('g', {
    class: 'ground',
    transform: `translate(${origin.x.toFixed(2)} ${origin.y.toFixed(2)}) scale(${view.scale})`,
    dangerouslySetInnerHTML: { __html: text },
  });
}

const SAFE = /^[\w<>"=/ .-]*$/;
