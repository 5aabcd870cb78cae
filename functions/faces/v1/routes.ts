import { routesOf } from '../../http/route.ts';
import { v1Conventions } from './conventions.ts';

/** The API's own face: JSON, with GeoJSON, CSV and JSON-LD by `Accept`. */
export const v1Routes = routesOf(v1Conventions, [
  { method: 'GET', path: '/v1/centers', name: 'searchCenters' },
  { method: 'POST', path: '/v1/centers/search', name: 'searchCentersByBody' },
  { method: 'GET', path: '/v1/centers/{id}', name: 'readCenter' },
  { method: 'GET', path: '/v1/centers/{id}/continuum', name: 'readContinuum' },
  { method: 'GET', path: '/v1/paths', name: 'findPaths' },
  { method: 'POST', path: '/v1/paths/search', name: 'findPathsByBody' },
  { method: 'GET', path: '/v1/places', name: 'suggestPlaces' },
  { method: 'GET', path: '/v1/taxonomy', name: 'readTaxonomy' },
  { method: 'GET', path: '/v1/states', name: 'listStates' },
  { method: 'GET', path: '/v1/dataset', name: 'readDataset' },
  { method: 'GET', path: '/v1/dataset/parts/{hash}', name: 'readPart' },
  { method: 'GET', path: '/v1/dataset/places/{hash}', name: 'readDevicePlaces' },
]);
export type V1RouteName = (typeof v1Routes)[number]['name'];
