import { type Conventions, problemDetails } from '../../http/conventions.ts';

/** Pages for people: an error is also a page, with a search and helplines, unless a program asks for another format. */
export const pageConventions: Conventions = {
  ...problemDetails,
  errorPage: async (problem, path, publicUrl) =>
    (await import('./drawn.ts')).problemPage(problem, path.startsWith('/es/') ? 'es' : 'en', publicUrl),
};
