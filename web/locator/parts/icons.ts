import { h, type JSX } from 'preact';

/** Icons are decorative: the words next to them say what a button does. */
const paths = {
  phone:
    'M6.6 3.5 9 3l1.6 4-2 1.6a11 11 0 0 0 5 5l1.6-2 4 1.6-.5 2.4a2.6 2.6 0 0 1-2.7 2C10 17 4.4 11.6 4.5 6a2.6 2.6 0 0 1 2.1-2.5z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm4.7 11.2L20 20',
  here: 'M12 2v4m0 12v4M2 12h4m12 0h4M12 6.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 4a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  close: 'M5.5 5.5l13 13m0-13-13 13',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  left: 'M14.5 6l-6 6 6 6',
  filters: 'M4 8h16M4 16h16M9 5.5v5M15 13.5v5',
  map: 'M3.5 6.5l5.5-2 6 2 5.5-2v13l-5.5 2-6-2-5.5 2zM9 4.5v13m6-11v13',
  way: 'M3.5 12h14m-5-5.5 5.5 5.5-5.5 5.5M3.5 8v8',
  share: 'M12 15V3.5M8 7l4-3.7L16 7M5.5 11.5v8h13v-8',
  print: 'M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17m-10-3h10v6.5H7z',
  text: 'M4 4.5h16v11H10l-4.5 4v-4H4z',
} as const;
export type IconName = keyof typeof paths;

export function icon(name: IconName): JSX.Element {
  const solid = name === 'phone';
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: paths[name], fill: solid ? 'currentColor' : 'none', ...(solid ? {} : { stroke: 'currentColor' }) }),
  );
}
