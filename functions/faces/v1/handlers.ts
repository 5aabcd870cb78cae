import type { Handlers } from '../../http/route.ts';
import { listStates } from './list-states.ts';
import { readCenter } from './read-center.ts';
import { readContinuum } from './read-continuum.ts';
import { readDataset, readDevicePlaces, readPart } from './read-dataset.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import type { V1RouteName } from './routes.ts';
import { searchCenters, searchCentersByBody } from './search-centers.ts';
import { suggestPlaces } from './suggest-places.ts';

export const v1Handlers: Handlers<V1RouteName> = {
  searchCenters,
  searchCentersByBody,
  readCenter,
  readContinuum,
  suggestPlaces,
  readTaxonomy,
  listStates,
  readDataset,
  readPart,
  readDevicePlaces,
};
