import { type Handlers, later } from '../../http/route.ts';
import type { HsdsRouteName } from './routes.ts';

const face = () => import('./face.ts');

export const hsdsHandlers: Handlers<HsdsRouteName> = {
  hsdsAbout: later(async () => (await face()).readAbout),
  hsdsListServices: later(async () => (await face()).listServices),
  hsdsReadService: later(async () => (await face()).readService),
  hsdsListServiceAtLocations: later(async () => (await face()).listServiceAtLocations),
  hsdsReadServiceAtLocation: later(async () => (await face()).readServiceAtLocation),
  hsdsListOrganizations: later(async () => (await face()).listOrganizations),
  hsdsReadOrganization: later(async () => (await face()).readOrganization),
  hsdsListTaxonomies: later(async () => (await face()).listTaxonomies),
  hsdsReadTaxonomy: later(async () => (await face()).readTaxonomy),
  hsdsListTaxonomyTerms: later(async () => (await face()).listTaxonomyTerms),
  hsdsReadTaxonomyTerm: later(async () => (await face()).readTaxonomyTerm),
};
