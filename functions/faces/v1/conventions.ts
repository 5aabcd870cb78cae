import { type Conventions, problemDetails } from '../../http/conventions.ts';

/** If a search is too broad, tells the caller which field to loosen, or that a radius would help. */
export const v1Conventions: Conventions = {
  ...problemDetails,
  tooBroad: ({ fields, radiusHelps }) => {
    const radius = radiusHelps ? ' Add a radius: within, such as 50mi.' : '';
    const loosen = fields?.length ? ` Leave out, or widen, one of: ${fields.join(', ')}.` : '';
    return {
      detail: `This search is too broad to answer exactly.${loosen}${radius}`,
      members: fields === null ? {} : { fields },
    };
  },
};
