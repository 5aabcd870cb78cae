import { NoAnswerError, ProblemError } from '../../client/index.ts';
import type { Device } from '../device/device.ts';
import type { Answer } from '../read/answer.ts';
import { problemWithout } from '../read/problem-without.ts';
import { SearchProblem } from '../read/search-problem.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import type { Details, Found, SearchFields, Source } from '../state/state.ts';
import type { Ask } from './ask.ts';

export interface Answered {
  readonly answer: Answer;
  readonly from: Source;
}

/** Loads the code of the device's search when it is first needed. */
export interface DeviceSource {
  /** The device's search; null until its code is loaded. */
  readonly device: Device | null;
  load(): Promise<Device>;
}

/** What the runner of effects uses. */
export type Asking = Pick<Asker, 'search' | 'places' | 'details' | 'renew' | 'allowDownload'>;

/** After the API gave no answer, searches go directly to the device for this time, in milliseconds. */
const API_REST_MS = 60_000;
/** Kinds of problems that mean that the device has no listings to search. */
const withoutListings: readonly string[] = ['too-large', 'damaged', 'updating', 'no-answer'];
const never = new AbortController().signal;

/**
 * Decides who answers a search. With `onlyDevice`, no request ever contains anything of a search. Otherwise the API
 * answers; if it does not, the device does.
 */
export class Asker {
  readonly #api: Ask;
  readonly #source: DeviceSource;
  readonly #onlyDevice: boolean;
  readonly #now: () => number;
  #failedAt = Number.NEGATIVE_INFINITY;
  /** The cursor of the last page that the device answered. The API does not know it. */
  #cursor: string | null = null;

  constructor(api: Ask, source: DeviceSource, onlyDevice: boolean, now: () => number = () => Date.now()) {
    this.#api = api;
    this.#source = source;
    this.#onlyDevice = onlyDevice;
    this.#now = now;
  }

  /** @param instead Called when the API gave no answer and the device searches instead. */
  async search(fields: SearchFields, signal: AbortSignal, instead: () => void): Promise<Answered> {
    const { cursor } = fields;
    if (this.#onlyDevice || (cursor !== undefined && cursor === this.#cursor))
      return { answer: await this.#onDevice(fields, signal), from: 'device' };
    if (cursor !== undefined) return { answer: await this.#nextPage(fields, signal), from: 'api' };
    return this.#either(
      signal,
      () => this.#api.search(fields, signal),
      () => {
        instead();
        return this.#onDevice(fields, signal);
      },
    );
  }

  /** Suggestions are optional, so they start no download. */
  async places(text: string, signal: AbortSignal): Promise<readonly string[]> {
    const { device } = this.#source;
    if (this.#onlyDevice) return (device ?? (await this.#source.load())).places(text, signal);
    return device?.isReady && this.#isApiResting ? device.places(text, signal) : this.#api.places(text, signal);
  }

  async details(id: string, level: string | null): Promise<Details> {
    const onDevice = async () => (await this.#source.load()).details(id, level, never);
    if (this.#onlyDevice) return onDevice();
    return (await this.#either(never, () => this.#api.details(id, level), onDevice)).answer;
  }

  /** Repeats a search in the device's current listings, and reads as many pages as are shown. */
  async renew({ request, held, results }: Found): Promise<readonly Answer[]> {
    let answer = await this.#onDevice(held === null ? request : { ...request, limit: held.limit }, never);
    const answers = [answer];
    for (let count = answer.results.length; held === null && count < results.length; count += answer.results.length) {
      if (answer.next === null) break;
      answer = await this.#onDevice({ ...request, cursor: answer.next }, never);
      answers.push(answer);
    }
    return answers;
  }

  async allowDownload(): Promise<void> {
    (await this.#source.load()).allow();
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#api.vocabulary();
  }

  get #isApiResting(): boolean {
    return this.#now() - this.#failedAt < API_REST_MS;
  }

  /** The API's cursor is not valid on the device, so if the device takes over, the search starts again. */
  async #nextPage(fields: SearchFields, signal: AbortSignal): Promise<Answer> {
    try {
      return await this.#api.search(fields, signal);
    } catch (fault) {
      if (signal.aborted || !isUnanswered(fault) || !this.#source.device?.isReady) throw fault;
      this.#failedAt = this.#now();
      throw new SearchProblem(problemWithout(410, 'taken-over'), { cause: fault });
    }
  }

  async #onDevice(fields: SearchFields, signal: AbortSignal): Promise<Answer> {
    const answer = await (await this.#source.load()).search(fields, signal);
    this.#cursor = answer.next ?? this.#cursor;
    return answer;
  }

  /**
   * Asks the API, and the device if the API gives no answer. If the device cannot search at all, throws the API's
   * error.
   */
  async #either<Value>(
    signal: AbortSignal,
    api: () => Promise<Value>,
    device: () => Promise<Value>,
  ): Promise<{ readonly answer: Value; readonly from: Source }> {
    if (this.#isApiResting && this.#source.device?.isReady) return { answer: await device(), from: 'device' };
    try {
      const answer = await api();
      this.#failedAt = Number.NEGATIVE_INFINITY;
      return { answer, from: 'api' };
    } catch (fault) {
      if (signal.aborted || !isUnanswered(fault)) throw fault;
      this.#failedAt = this.#now();
      try {
        return { answer: await device(), from: 'device' };
      } catch (error) {
        if (signal.aborted || !isWithoutListings(error)) throw error;
        throw fault;
      }
    }
  }
}

/**
 * True if the API or the network failed, and not the request. Too many requests (429) is not a failure: the answer says
 * when to try again.
 */
function isUnanswered(error: unknown): boolean {
  return error instanceof NoAnswerError || (error instanceof ProblemError && error.status >= 500);
}

/**
 * True if the device could not search at all: its listings or its code are missing. Errors about the search itself are
 * real answers.
 */
function isWithoutListings(error: unknown): boolean {
  if (error instanceof SearchProblem) return withoutListings.includes(error.problem.kind);
  console.error(error);
  return true;
}
