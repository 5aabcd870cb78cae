import { h } from 'preact';
import type { Props, Views } from '../parts/props.ts';
import type { LiveTeam } from '../team/team.ts';

/** The views of leads and editors, loaded once somebody is signed in. */
export async function loadViews(team: LiveTeam): Promise<Views> {
  const [{ Worklist }, { Progress }, { History }, { Corrections }] = await Promise.all([
    import('../leads/worklist.ts'),
    import('../leads/progress.ts'),
    import('../leads/history.ts'),
    import('../leads/corrections.ts'),
  ]);
  const desk = {
    calls: team.calls,
    watch: <Answer>(call: () => Promise<Answer>) => team.watch(call),
  };
  const leads = ({ state, send }: Props) => ({
    desk: { ...desk, state: state.team },
    open: (id: string) => send({ type: 'open', id }),
  });
  const center = ({ state }: Props) => ({ desk: { ...desk, state: state.team }, id: state.chosen ?? '' });
  return {
    worklist: (props) => h(Worklist, leads(props)),
    progress: (props) => h(Progress, leads(props)),
    history: (props) => h(History, center(props)),
    corrections: (props) => h(Corrections, center(props)),
  };
}
