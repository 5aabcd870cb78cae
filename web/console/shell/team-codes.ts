import type { Source } from '../engine/source.ts';
import type { Team } from '../ports.ts';

/**
 * The team's codes for centers. They are in memory while somebody is signed in, so that a typed code is found without a
 * request.
 */
export class TeamCodes {
  #all: Source['codes'] = [];
  #of: string | null = null;

  get all(): Source['codes'] {
    return this.#all;
  }

  /**
   * Reads the codes if another person is signed in now.
   * @returns true if the codes changed
   */
  async read(team: Team): Promise<boolean> {
    const { session, offlineSince } = team.state;
    const name = session.kind === 'in' ? session.person.name : null;
    if (name === this.#of || (name !== null && offlineSince !== null)) return false;
    this.#of = name;
    try {
      this.#all = name === null ? [] : await team.codes();
      return true;
    } catch {
      // The codes could not be read, so they are read again at the next change. Until then everything works except
      // finding a center by its code.
      if (this.#of === name) this.#of = null;
      return false;
    }
  }
}
