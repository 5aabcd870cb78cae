import { type Conventions, problemDetails } from '../../http/conventions.ts';

/** Pages for people: a fault is a page too, with a search and helplines, unless a program asks for another form. */
export const pageConventions: Conventions = {
  ...problemDetails,
  errorPage: async (problem, path, publicUrl) =>
    (await import('./error-page.ts')).problemPage(problem, /^\/es(?:\/|$)/.test(path) ? 'es' : 'en', publicUrl),
};
