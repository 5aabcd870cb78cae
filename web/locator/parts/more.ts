/**
 * What the finder draws once there is something to show. A bundle of its own: it is loaded when a visitor touches the
 * finder, so that the page they see first is small.
 */
import { cardCss } from '../style/card.ts';
import { panelCss } from '../style/panel.ts';
import { resultsCss } from '../style/results.ts';

export const moreCss = [resultsCss, cardCss, panelCss].join('\n');
export { chipRow } from './chips.ts';
export { compareView } from './compare.ts';
export { filterSheet } from './filters.ts';
export { levelSheet } from './levels.ts';
export { answerView } from './results.ts';
