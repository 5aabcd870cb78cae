import { type Handlers, later } from '../../http/route.ts';
import { listStates } from './list-states.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import type { V1RouteName } from './routes.ts';
import { searchCenters, searchCentersByBody } from './search-centers.ts';
import { suggestPlaces } from './suggest-places.ts';

// Loaded on demand, because a device requests the listings only once and keeps them.
const dataset = () => import('./read-dataset.ts');
const paths = () => import('./find-paths.ts');

export const v1Handlers: Handlers<V1RouteName> = {
  searchCenters,
  searchCentersByBody,
  readCenter: later(async () => (await import('./read-center.ts')).readCenter),
  readContinuum: later(async () => (await import('./read-continuum.ts')).readContinuum),
  findPaths: later(async () => (await paths()).findPaths),
  findPathsByBody: later(async () => (await paths()).findPathsByBody),
  suggestPlaces,
  readTaxonomy,
  listStates,
  readDataset: later(async () => (await dataset()).readDataset),
  readPart: later(async () => (await dataset()).readPart),
  readDevicePlaces: later(async () => (await dataset()).readDevicePlaces),
};
