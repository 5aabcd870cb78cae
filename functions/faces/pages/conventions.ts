import { type Conventions, problemDetails } from '../../http/conventions.ts';

/** Pages for people: a fault is a page too, with a search and helplines, unless a program asks for another form. */
export const pageConventions: Conventions = {
  ...problemDetails,
  errorPage: async (problem, path, publicUrl) =>
    (await import('./drawn.ts')).problemPage(problem, path.startsWith('/es/') ? 'es' : 'en', publicUrl),
};
