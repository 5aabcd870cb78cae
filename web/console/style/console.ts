import { mapCss } from '../../locator/map/style.ts';
import { frameCss } from './frame.ts';
import { leadsCss } from './leads.ts';
import { lookupCss } from './lookup.ts';
import { paneCss } from './pane.ts';
import { panelsCss } from './panels.ts';

/** All styles of the console, as one file of the site: the policy allows no style in the page. */
export const consoleCss = [frameCss, lookupCss, paneCss, panelsCss, leadsCss, mapCss].join('\n');
