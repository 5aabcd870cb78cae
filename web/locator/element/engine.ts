/**
 * Everything that a search needs and the start does not: reducer, API client, results. It is a separate bundle, loaded
 * when a visitor first touches the finder, so that the start stays small.
 */
import { cardCss } from '../style/card.ts';
import { panelCss } from '../style/panel.ts';
import { printCss } from '../style/print.ts';
import { resultsCss } from '../style/results.ts';

export const engineCss = [resultsCss, cardCss, panelCss, printCss].join('\n');
export { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
export { results } from '../parts/body.ts';
export { step } from '../state/step.ts';
export { Connection } from './connection.ts';
export { keep, kept } from './kept.ts';
export { browser } from './ports.ts';
export { Runner } from './runner.ts';
