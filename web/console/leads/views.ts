import { h } from 'preact';
import type { AgentCenterAnswer } from '../../client/types.ts';
import type { Props, Views } from '../parts/props.ts';
import { Corrections } from './corrections.ts';
import { History } from './history.ts';
import { Progress } from './progress.ts';
import type { CenterProps, Desk } from './props.ts';
import { Worklist } from './worklist.ts';

/** The views of leads and editors, for the console to show in its frame. */
export function leadsViews(desk: Desk): Views {
  const ofCenter = ({ state, send }: Props, view: (props: CenterProps) => ReturnType<typeof History>) => {
    const { chosen: id } = state;
    if (id === null) return null;
    const fresh = (details: AgentCenterAnswer) => send({ type: 'details', id, details });
    return h(view, { key: id, desk, id, fresh, close: () => send({ type: 'panel', panel: null }) });
  };
  return {
    worklist: ({ send }) => h(Worklist, { desk, open: (id) => send({ type: 'open', id }) }),
    progress: ({ send }) => h(Progress, { desk, open: (id) => send({ type: 'open', id }) }),
    history: (props) => ofCenter(props, History),
    corrections: (props) => ofCenter(props, Corrections),
  };
}
