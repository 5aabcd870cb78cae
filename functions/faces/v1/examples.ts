import type { ExampleOf } from '../../http/openapi/example.ts';
import type { V1RouteName } from './routes.ts';

const json = { 'content-type': 'application/json' };

/** Requests of the JSON face whose answers the OpenAPI document shows. */
export const v1Examples: readonly ExampleOf<V1RouteName>[] = [
  {
    route: 'searchCenters',
    name: 'nearZip',
    summary: 'The nearest IOPs within 25 miles of a ZIP',
    request: { method: 'GET', target: '/v1/centers?near=85004&level=iop&within=25mi&limit=2' },
  },
  {
    route: 'searchCenters',
    name: 'privateCell',
    summary: 'From a cell some three miles wide, to be ranked on the device',
    request: { method: 'GET', target: '/v1/centers?cell=9tbq3&level=php&limit=1' },
  },
  {
    route: 'searchCenters',
    name: 'typed',
    summary: 'What somebody typed, with nothing found and what would be',
    request: { method: 'GET', target: '/v1/centers?q=php%20for%20women%20near%20tonopah%20nv&within=50mi&limit=2' },
  },
  {
    route: 'searchCenters',
    name: 'onAMap',
    summary: 'As GeoJSON',
    request: {
      method: 'GET',
      target: '/v1/centers?state=NV&level=iop&limit=1',
      headers: { accept: 'application/geo+json' },
    },
  },
  {
    route: 'searchCenters',
    name: 'asATable',
    summary: 'As CSV',
    request: { method: 'GET', target: '/v1/centers?state=OK&level=detox&limit=2', headers: { accept: 'text/csv' } },
  },
  {
    route: 'searchCenters',
    name: 'everyFault',
    summary: 'Several faults, each named',
    request: { method: 'GET', target: '/v1/centers?near=85004&levl=iop&within=900mi&payer=medicade' },
  },
  {
    route: 'searchCenters',
    name: 'whichPlace',
    summary: 'A place that may be several',
    request: { method: 'GET', target: '/v1/centers?near=Peoria' },
  },
  {
    route: 'searchCenters',
    name: 'notKnownWhere',
    summary: 'The caller’s place is not known',
    request: { method: 'GET', target: '/v1/centers?near=me' },
  },
  {
    route: 'searchCenters',
    name: 'noSuchFormat',
    summary: 'A format that is not to be had',
    request: { method: 'GET', target: '/v1/centers?near=85004', headers: { accept: 'text/html' } },
  },
  {
    route: 'searchCentersByBody',
    name: 'narrowed',
    summary: 'Evening IOPs for women that take Medicaid',
    request: {
      method: 'POST',
      target: '/v1/centers/search',
      headers: json,
      body: { near: 'Phoenix, AZ', level: ['iop'], population: ['women'], payer: ['medicaid'], limit: 1 },
    },
  },
  {
    route: 'searchCentersByBody',
    name: 'notJson',
    summary: 'A body of another type',
    request: {
      method: 'POST',
      target: '/v1/centers/search',
      headers: { 'content-type': 'text/plain' },
      body: { near: '85004' },
    },
  },
  {
    route: 'searchCentersByBody',
    name: 'tooLarge',
    summary: 'A body of more than 64 KiB',
    request: { method: 'POST', target: '/v1/centers/search', headers: json, body: { near: '8'.repeat(66_000) } },
  },
  {
    route: 'readCenter',
    name: 'center',
    summary: 'A center with all its offerings',
    request: { method: 'GET', target: '/v1/centers/lantern-bridge-phoenix-example' },
  },
  {
    route: 'readCenter',
    name: 'linkedData',
    summary: 'As schema.org JSON-LD',
    request: {
      method: 'GET',
      target: '/v1/centers/lantern-bridge-phoenix-example',
      headers: { accept: 'application/ld+json' },
    },
  },
  {
    route: 'readCenter',
    name: 'noSuchCenter',
    summary: 'An id that no center has',
    request: { method: 'GET', target: '/v1/centers/no-such-center' },
  },
  {
    route: 'readCenter',
    name: 'merged',
    summary: 'The id of a listing that was merged with another one',
    request: { method: 'GET', target: '/v1/centers/lantern-house-phoenix-example' },
  },
  {
    route: 'readCenter',
    name: 'closed',
    summary: 'The id of a center that has closed',
    request: { method: 'GET', target: '/v1/centers/harbor-light-phoenix-example' },
  },
  {
    route: 'readContinuum',
    name: 'steps',
    summary: 'Steps up and down within 50 miles',
    request: { method: 'GET', target: '/v1/centers/lantern-bridge-tulsa-example/continuum?within=50mi' },
  },
  {
    route: 'findPaths',
    name: 'afterDetox',
    summary: 'From detox to residential treatment to an IOP, all with Medicaid',
    request: {
      method: 'GET',
      target: '/v1/paths?near=85004&levels=detox,residential,iop&payer=medicaid&limit=1',
    },
  },
  {
    route: 'findPaths',
    name: 'faultyPath',
    summary: 'Several faults, each named',
    request: { method: 'GET', target: '/v1/paths?levels=iop,iopp,iop&payer=medicaid,medicare&limit=0' },
  },
  {
    route: 'findPathsByBody',
    name: 'inTheBody',
    summary: 'The same with the place in the body',
    request: {
      method: 'POST',
      target: '/v1/paths/search',
      headers: json,
      body: { near: 'Phoenix, AZ', levels: ['residential', 'iop'], limit: 1 },
    },
  },
  {
    route: 'suggestPlaces',
    name: 'places',
    summary: 'What “phoe” may mean',
    request: { method: 'GET', target: '/v1/places?q=phoe&limit=3' },
  },
  {
    route: 'readTaxonomy',
    name: 'taxonomy',
    summary: 'All filter values',
    request: { method: 'GET', target: '/v1/taxonomy' },
  },
  { route: 'listStates', name: 'states', summary: 'All states', request: { method: 'GET', target: '/v1/states' } },
  {
    route: 'readDataset',
    name: 'parts',
    summary: 'All parts of the listings',
    request: { method: 'GET', target: '/v1/dataset' },
  },
  {
    route: 'readPart',
    name: 'partGone',
    summary: 'A part that was replaced',
    request: { method: 'GET', target: '/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w' },
  },
];
