import type { Source } from '../engine/source.ts';
import type { Team } from '../ports.ts';

/** The team's codes, in memory while somebody is signed in, so that a typed code is looked up locally. */
export class TeamCodes {
  #all: Source['codes'] = [];
  #of: string | null = null;

  get all(): Source['codes'] {
    return this.#all;
  }

  /** Reads the codes if another person is signed in. @returns true if they changed */
  async read(team: Team): Promise<boolean> {
    const { session, offlineSince } = team.state;
    const name = session.kind === 'in' ? session.person.name : null;
    if (name === this.#of || (name !== null && offlineSince !== null)) return false;
    this.#of = name;
    try {
      this.#all = name === null ? [] : await team.codes();
      return true;
    } catch {
      // Tries again at the next change. Until then, only codes cannot be found.
      if (this.#of === name) this.#of = null;
      return false;
    }
  }
}
