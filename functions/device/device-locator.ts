import { readsAsCrisis } from '../crisis/crisis.ts';
import type { PackedCenter } from '../dataset/packed-center.ts';
import { v1Conventions } from '../faces/v1/conventions.ts';
import { meaningOf } from '../faces/v1/parameters/meaning.ts';
import { faultsOfPayers } from '../faces/v1/parameters/payer-faults.ts';
import { type QReading, qReadingOf } from '../faces/v1/parameters/q-reading.ts';
import { oneCenterAnswer } from '../faces/v1/shapes/center.ts';
import { continuumAnswer } from '../faces/v1/shapes/continuum.ts';
import { type PlaceAnswer, placeAnswer } from '../faces/v1/shapes/places.ts';
import { questionOf, type SearchAnswer, searchAnswer } from '../faces/v1/shapes/search.ts';
import { noSuchCenter, Problem } from '../http/problem.ts';
import { textsOfBody } from '../http/readable-text.ts';
import { placesOfText } from '../places/places-text.ts';
import { type QueryContext, readQuery } from '../query/read-query.ts';
import { positionAfter } from '../search/question.ts';
import { stepsFrom } from './continuum.ts';
import { deviceCursors } from './cursor.ts';
import { type DeviceFiles, publicUrlOf, rowsOfFiles } from './files.ts';
import { KeptAnswers } from './kept-answers.ts';
import { Listings } from './listings.ts';
import { DeviceProblem } from './problem.ts';
import { readBody } from './read-body.ts';
import { answerByScan } from './scan.ts';

export { PartError } from '../dataset/device/part-text.ts';
export type { QReading } from '../faces/v1/parameters/q-reading.ts';
export { PlacesError } from '../places/places-text.ts';
export type { DatasetNote, DeviceFiles } from './files.ts';
export { DeviceProblem, type ProblemBody } from './problem.ts';

/**
 * The fields of a search, as in the body of `POST /v1/centers/search`. Faults in them are thrown as a {@link
 * DeviceProblem}.
 */
type SearchBody = object;
/** The API's answer to a search; `crisis` is set if the body expresses danger to life. */
type DeviceAnswer = SearchAnswer & { readonly crisis?: true };
type CenterAnswer = ReturnType<typeof oneCenterAnswer>;
type ContinuumAnswer = ReturnType<typeof continuumAnswer>;

/** A text read as if no word were a center's name, and the words next to a city that may be one. */
interface WithoutNames {
  readonly typed: QReading;
  readonly besideCity: readonly string[];
}

/** Number of texts whose readings are cached. */
const MOST_READINGS = 256;

/** Searches the downloaded listings. Gives the API's answers without a request. */
export interface DeviceLocator {
  readonly version: string;
  readonly publishedAt: string;
  readonly centers: number;
  /** All listings, in the order of the downloaded files. */
  readonly rows: readonly PackedCenter[];
  /** Reads the typed words as fields of a search, without searching. `near` is `me` if they name no place. */
  read(text: string): QReading;
  /** Searches. Gives the same answer as `POST /v1/centers/search`. @throws DeviceProblem */
  search(body: SearchBody): DeviceAnswer;
  /** Counts the centers that a search by this name alone would find, without building their answers. */
  countNamed(name: string): number;
  /**
   * Suggests places for a text. Gives the same answer as `GET /v1/places`.
   * @throws RangeError unless the limit is a whole number above 0.
   */
  places(text: string, limit: number): readonly PlaceAnswer[];
  /** Returns one center. Gives the same answer as `GET /v1/centers/{id}`. @throws DeviceProblem */
  center(id: string): CenterAnswer;
  /**
   * Returns the next levels of care after a center's. Gives the same answer as `GET /v1/centers/{id}/continuum`.
   * @throws DeviceProblem
   */
  continuum(id: string): ContinuumAnswer;
}

/**
 * Opens the downloaded listings.
 * @param files Texts of `GET /v1/dataset`, of all its parts in order, and of the places file.
 * @param now Milliseconds since 1970: decides which confirmations are stale.
 * @throws PartError or PlacesError if a file is incomplete, or does not belong to the dataset.
 */
export function deviceLocator(files: DeviceFiles, now: () => number = Date.now): DeviceLocator {
  const { version, publishedAt, centers } = files.dataset;
  const head = { version, publishedAt };
  const publicUrl = publicUrlOf(files.dataset);
  const listings = new Listings(rowsOfFiles(files));
  const places = placesOfText(files.places);
  const cursors = deviceCursors(head);

  const { insurers, languages } = listings;
  const readings = new KeptAnswers<WithoutNames>(MOST_READINGS);
  const readWithoutNames = (text: string): WithoutNames =>
    readings.get(text, () => {
      const besideCity: string[] = [];
      const isNameWord = (word: string) => {
        besideCity.push(word);
        return false;
      };
      return { typed: readTyped(text, { places, insurers, isNameWord }), besideCity };
    });
  const read = (text: string): QReading => readWithoutNames(text).typed;
  const dangers = new KeptAnswers<boolean>(MOST_READINGS);
  const isCrisis = (text: string): boolean => dangers.get(text, () => readsAsCrisis(text));

  /**
   * Runs a task. Its problems are thrown with the API's wording, and with the helplines if the text expresses danger to
   * life.
   */
  const answering = <Answer>(texts: readonly string[], answer: () => Answer): Answer => {
    try {
      return answer();
    } catch (error) {
      throw error instanceof Problem ? new DeviceProblem(error, publicUrl, texts.some(isCrisis)) : error;
    }
  };
  const rowOf = (id: string) => {
    const row = listings.byId(id);
    if (row === null) throw noSuchCenter();
    return row;
  };

  const searchedAs = (body: SearchBody, read: (text: string) => QReading) => {
    const given = readBody(body);
    const { q, payer = [] } = given.fields;
    const checked = { ...given, faults: [...given.faults, ...faultsOfPayers(payer, insurers, given.place)] };
    const typed = q === undefined ? null : read(q);
    const search = meaningOf(checked, typed, nobody, { places, insurers, languages }, cursors);
    const question = questionOf(search);
    return { search, question, answer: answerByScan(question, listings, now()) };
  };
  /**
   * Answers a search. A word next to a city is read as a center's name if that finds a center. Otherwise it may be part
   * of a town's name in another state.
   */
  const searched = (body: SearchBody): ReturnType<typeof searchedAs> => {
    const isNameWord = (word: string): boolean => listings.isNameWord(word);
    const hasNames = (text: string): boolean => readWithoutNames(text).besideCity.some(isNameWord);
    const { q } = readBody(body).fields;
    if (q !== undefined && hasNames(q))
      try {
        const named = searchedAs(body, (text) => readTyped(text, { places, insurers, isNameWord }));
        if (named.answer.isNamed === true) return named;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    return searchedAs(body, read);
  };

  return {
    version,
    publishedAt,
    centers,
    rows: listings.rows,
    read,
    search(body) {
      const texts = textsOfBody(JSON.stringify(body));
      return answering(texts, () => {
        const { search, question, answer } = searched(body);
        const answered = searchAnswer(
          search,
          { answer, head, summary: listings },
          (last) => cursors.write(positionAfter(last, question.where), search.fingerprint),
          now(),
        );
        return texts.some(isCrisis) ? (v1Conventions.withHelp(answered) as unknown as DeviceAnswer) : answered;
      });
    },
    countNamed: (name) => listings.named(name.trim()).size,
    places: (text, limit) => (text.trim() === '' ? [] : places.suggest(text.trim(), limit).map(placeAnswer)),
    center: (id) => answering([id], () => oneCenterAnswer(rowOf(id), head, now())),
    continuum: (id) =>
      answering([id], () => {
        const row = rowOf(id);
        return continuumAnswer({ row, steps: stepsFrom(row, listings, now()) }, head, now());
      }),
  };
}

const readTyped = (text: string, context: QueryContext): QReading => qReadingOf(readQuery(text, context));

/** Headers without a network location: on a device, `me` is no place. */
const nobody = { headers: new Map<string, string>() };
