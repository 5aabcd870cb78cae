import { mapCss } from '../../locator/map/style.ts';
import { frameCss } from './frame.ts';
import { leadsCss } from './leads.ts';
import { lookupCss } from './lookup.ts';
import { paneCss } from './pane.ts';
import { panelsCss } from './panels.ts';

/** All CSS of the console, served as one file: the security policy forbids inline styles. */
export const consoleCss = [frameCss, lookupCss, paneCss, panelsCss, leadsCss, mapCss].join('\n');
