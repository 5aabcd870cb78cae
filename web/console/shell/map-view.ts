import { type ComponentChild, h } from 'preact';
import type { MapCenter, ProgramMapProps } from '../../locator/map/index.ts';
import type { Props } from '../parts/props.ts';
import { rowsOf } from '../state/state.ts';

/**
 * Loads a map of the rows, each with its number. All outlines are in one file, so that no request shows where somebody
 * searches.
 */
export async function loadMap(): Promise<(props: Props) => ComponentChild> {
  const [{ ProgramMap }, { whole }, { mapWords }] = await Promise.all([
    import('../../locator/map/index.ts'),
    import('../../locator/map/whole.ts'),
    import('../../words/map/en.ts'),
  ]);
  // Returns the same object for the same list, so that the map does not place its markers again.
  let [rows, centers]: [unknown, readonly MapCenter[]] = [null, []];
  return ({ state, send }) => {
    const { found } = state;
    if (found.kind !== 'rows') return null;
    if (rows !== found.rows) [rows, centers] = [found.rows, centersOf(state)];
    const props: ProgramMapProps = {
      centers,
      start: found.from === null ? null : { location: found.from, label: shortLabel(found.from.label) },
      state: null,
      chosen: state.chosen,
      pointed: null,
      units: 'mi',
      onPoint: () => undefined,
      onChoose: (id) => send({ type: 'open', id }),
      frame: JSON.stringify(found.fields),
      words: mapWords,
      source: whole,
    };
    return h(ProgramMap, props);
  };
}

const centersOf = (state: Props['state']): readonly MapCenter[] =>
  rowsOf(state).map(({ center: { id, name, location }, ask }, at) => ({
    ...{ id, name, location, rank: at + 1 },
    ask: ask !== null,
  }));

/** Shortens `Phoenix, AZ 85004` to `85004`, and `Phoenix, AZ` to `Phoenix`. */
const shortLabel = (label: string): string => /\d{5}$/.exec(label)?.[0] ?? label.split(',')[0] ?? '';
