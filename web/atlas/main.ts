/** The atlas in its own page: reads the page's data, and renders it again for each choice. Sends and stores nothing. */
import { render } from 'preact';
import { app } from './app.ts';
import { type AtlasFile, openAtlas } from './data.ts';
import { type AtlasState, type Change, firstState } from './state.ts';

const root = document.querySelector('#atlas');
const held = document.querySelector('#atlas-file');
if (root === null || held === null) throw new Error('this page has no atlas');
const file: AtlasFile = JSON.parse(held.textContent ?? '');
const atlas = { ground: file.ground, zips: openAtlas(file) };
let state: AtlasState = firstState;
const change: Change = (part) => {
  state = { ...state, ...part };
  draw();
};
const draw = (): void => render(app(atlas, state, change), root);
root.replaceChildren();
draw();
