import { type ComponentChild, render } from 'preact';
import { consoleWords } from '../../words/console.ts';
import type { Told } from '../engine/listings.ts';
import { open } from '../engine/open.ts';
import type { Source } from '../engine/source.ts';
import { eventOf } from '../keys/press.ts';
import { app } from '../parts/app.ts';
import type { Props, Views } from '../parts/props.ts';
import { summaryText } from '../parts/summary.ts';
import type { Act, Sent, Team, TeamState } from '../ports.ts';
import type { Event } from '../state/events.ts';
import { type Settings, type State, startState } from '../state/state.ts';
import { step } from '../state/step.ts';
import { answer, isLookup, type Later } from './at-once.ts';
import { Focus } from './focus.ts';
import { loadMap } from './map-view.ts';
import { pressOf } from './pressed.ts';
import { keepSettings } from './settings.ts';
import { TeamCodes } from './team-codes.ts';
import { warmUp } from './warm-up.ts';

const nobody: TeamState = { session: { kind: 'opening' }, offlineSince: null, waiting: [], conflicts: [], settled: [] };

/** Connects the state to the page: renders it and runs its effects. All other code of the state is pure. */
export class Shell {
  readonly #root: HTMLElement;
  readonly #focus = new Focus();
  readonly #codes = new TeamCodes();
  #state: State;
  #source: Source | null = null;
  #team: Team | null = null;
  #views: Views | null = null;
  #map: ((props: Props) => ComponentChild) | null = null;
  #isMapWanted = false;
  #details = new AbortController();
  #checkListings = () => {};
  #isHeld = false;
  #isTouched = false;
  readonly #events: Event[] = [];
  #isRunning = false;

  constructor(root: HTMLElement, settings: Settings) {
    this.#root = root;
    this.#state = startState(settings, nobody);
    document.addEventListener('keydown', (event) => this.#pressed(event));
    for (const type of ['input', 'click'])
      root.addEventListener(type, () => {
        this.#isTouched = true;
      });
    addEventListener('hashchange', () => this.openAddressed());
    // Draws again, so that ages and "full until" stay correct.
    setInterval(() => this.#draw(), 30_000);
    this.#draw();
  }

  readonly send = (event: Event): void => {
    this.#events.push(event);
    if (this.#isRunning) return;
    this.#isRunning = true;
    const after: Later[] = [];
    try {
      for (let next = this.#events.shift(); next !== undefined; next = this.#events.shift()) {
        const isOpening = this.#state.panel === null;
        const { state, effects } = step(this.#state, next);
        if (isOpening && state.panel !== null) this.#focus.remember();
        this.#state = state;
        // Runs lookups before drawing, so that the rows appear with the key press.
        for (const effect of effects)
          if (!isLookup(effect)) after.push(effect);
          else if (this.#source !== null) this.#events.push(answer(effect, this.#source));
      }
    } finally {
      this.#isRunning = false;
    }
    this.#draw();
    for (const effect of after) this.#later(effect);
  };

  /** Opens the center that the URL names. A CRM can open the console with such a URL. */
  openAddressed(): void {
    const [, id] = /^#center=([a-z0-9-]{1,120})$/.exec(location.hash) ?? [];
    if (id === undefined) return;
    this.send({ type: 'open', id });
    // Focuses the pane, so that the next key is about the opened center; but not if there is text in the box.
    if (this.#state.query.text === '') this.#focus.on('pane');
  }

  /** True once the agent has typed, clicked, or pressed a key that runs a command. */
  get isTouched(): boolean {
    return this.#isTouched;
  }

  /** Set to true while the box must accept no letters, because the page may leave by itself. */
  set isHeld(isHeld: boolean) {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    this.#draw();
  }

  useTeam(team: Team): void {
    this.#team = team;
    let wasOffline = false;
    const told = () => {
      const isOffline = team.state.offlineSince !== null;
      // The API answers again, so the listings are checked now and not at the next regular check.
      if (wasOffline && !isOffline) this.#checkListings();
      wasOffline = isOffline;
      this.send({ type: 'team', team: team.state });
      void this.#readCodes(team);
    };
    team.listen(told);
    told();
  }

  async #readCodes(team: Team): Promise<void> {
    const isChanged = await this.#codes.read(team);
    if (isChanged && this.#source !== null) this.#source = { ...this.#source, codes: this.#codes.all };
  }

  useViews(views: Views): void {
    this.#views = views;
    this.#draw();
  }

  set checkListings(check: () => void) {
    this.#checkListings = check;
  }

  listen(told: Told): void {
    switch (told.kind) {
      case 'loading':
        this.#listings({ loading: { bytes: told.bytes, all: told.all } });
        break;
      case 'opened':
        this.#source = { ...told.source, codes: this.#codes.all };
        warmUp(told.source, () => this.#source?.locator === told.source.locator);
        this.#listings({ isOpen: true, loading: null, centers: told.centers, checkedAt: told.checkedAt }, true);
        break;
      case 'current':
        this.#listings({ checkedAt: told.checkedAt, offlineSince: null });
        break;
      case 'failed':
        this.#listings({ offlineSince: this.#state.listings.offlineSince ?? told.at, loading: null });
        break;
      case 'not-kept':
        this.#listings({ isKept: false });
        break;
    }
  }

  #listings(listings: Partial<State['listings']>, isNew = false): void {
    this.send({ type: 'listings', listings, isNew });
  }

  #pressed(event: KeyboardEvent): void {
    const press = pressOf(event);
    const does = press === null ? null : eventOf(press, this.#state, new Date().toISOString());
    if (does === null) return;
    event.preventDefault();
    this.#isTouched = true;
    this.send(does);
  }

  #draw(): void {
    const props: Props = {
      state: this.#state,
      send: this.send,
      isHeld: this.#isHeld,
      now: Date.now(),
      clock: () => new Date().toISOString(),
      nameOf: (center) =>
        this.#source === null ? center : (open(center, null, null, this.#source)?.center.name ?? center),
      views: this.#views,
      map: this.#map,
    };
    render(app(props), this.#root);
    if (this.#state.map && !this.#isMapWanted) {
      this.#isMapWanted = true;
      loadMap().then(
        (map) => {
          this.#map = map;
          this.#draw();
        },
        () => {
          this.#isMapWanted = false;
        },
      );
    }
  }

  #later(effect: Later): void {
    switch (effect.type) {
      case 'focus':
        this.#focus.on(effect.on);
        break;
      case 'details':
        void this.#read(effect.id);
        break;
      case 'send':
        void this.#team?.send(effect.press).then((sent) => this.#sent(sent, null));
        break;
      case 'undo':
        void this.#team?.undo(effect.act).then((sent) => this.#sent(sent, effect.act));
        break;
      case 'decide':
        void this.#decide(effect.id, effect.keep);
        break;
      case 'dismiss':
        this.#team?.dismiss(effect.id);
        break;
      case 'copy':
        void this.#copy(effect.what, effect.text);
        break;
      case 'copy-link': {
        const path = effect.for === 'caller' ? `/centers/${effect.id}` : `/console#center=${effect.id}`;
        void this.#copy('link', `${location.origin}${path}`);
        break;
      }
      case 'copy-summary': {
        const text = summaryText(this.#state, location.origin, Date.now());
        if (text !== null) void this.#copy('summary', text);
        break;
      }
      case 'dial':
        location.assign(effect.href);
        break;
      case 'keep-settings':
        keepSettings(localStorage, effect.settings);
        break;
      case 'forget-address':
        if (location.hash !== '') history.replaceState(null, '', location.pathname);
        break;
      case 'again':
        this.#checkListings();
        break;
      case 'sign-in':
        void this.#signIn();
        break;
      case 'sign-out':
        void this.#signOut();
        break;
    }
  }

  #sent(sent: Sent, undone: Act | null): void {
    this.send({ type: 'sent', sent, undone });
    // Reads the center again, so that the other person's version is on screen before the next key press.
    if (sent.outcome.kind === 'conflict' && sent.act.center === this.#state.chosen) void this.#read(sent.act.center);
  }

  async #decide(id: string, keep: 'mine' | 'theirs'): Promise<void> {
    const sent = (await this.#team?.decide(id, keep)) ?? null;
    if (sent !== null) this.#sent(sent, null);
    const { chosen } = this.#state;
    if (chosen !== null) await this.#read(chosen);
  }

  /** Reads a center's private fields. Ignores answers for any center but the last one requested. */
  async #read(id: string): Promise<void> {
    this.#details.abort();
    this.#details = new AbortController();
    const { signal } = this.#details;
    try {
      const details = await this.#team?.center(id, signal);
      if (!signal.aborted && details !== undefined) this.send({ type: 'details', id, details });
    } catch {
      // On any failure the pane says that the private fields did not load. The agent continues the call with the public
      // facts.
      if (!signal.aborted) this.send({ type: 'details', id, details: 'failed' });
    }
  }

  async #signIn(): Promise<void> {
    const isReached = (await this.#team?.signIn()) ?? false;
    if (!isReached) this.send({ type: 'failed', detail: consoleWords.person.unreached });
  }

  async #signOut(): Promise<void> {
    try {
      await this.#team?.signOut();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.send({ type: 'failed', detail });
    }
  }

  async #copy(what: 'summary' | 'link' | 'number', text: string): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.send({ type: 'copied', what, text, done });
  }
}
