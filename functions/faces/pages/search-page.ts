import type { APIGatewayProxyResult } from 'aws-lambda';
import { type ComponentChild, h } from 'preact';
import { controlled, filterForm } from '../../../web/pages/filter-form.ts';
import { pairsOf } from '../../../web/pages/search-fields.ts';
import { searchProblem } from '../../../web/pages/search-problem.ts';
import { crisisFirst, searchResults } from '../../../web/pages/search-results.ts';
import { foundState, narrowingFrom, unsearched } from '../../../web/pages/search-state.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import { readForm } from '../../http/form-body.ts';
import { problemOf } from '../../http/middleware/problems.ts';
import type { Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import type { RouteContext } from '../../http/services.ts';
import { v1Conventions } from '../v1/conventions.ts';
import { readSearchQuery } from '../v1/parameters/search-request.ts';
import { answerSearch } from '../v1/search-answer.ts';
import { page } from './asked.ts';
import { catalogs, documentOf, HTML } from './document.ts';

/** GET /search: returns an empty search form. */
export function readSearchPage(language: PageLanguage): RouteHandler {
  return page(async (_request, context) => {
    const { search } = catalogs[language].pages;
    const form = filterForm({ ...(await formProps(language, context)), state: unsearched(), text: '', others: [] });
    return drawn(language, context, 200, search.start, h('div', { class: 'search-page' }, form));
  });
}

/**
 * A search without a script: the fields of the JSON body as a form sends them, with an answer like the finder's. The
 * form uses POST, so that the search is in no URL. No cache may store the answer.
 */
export function searchPage(language: PageLanguage): RouteHandler {
  return async (request, context) => {
    negotiate(request, ['text/html']);
    const { words, pages } = catalogs[language];
    const form = readForm(request);
    const given = [...form].flatMap(([name, values]) =>
      name === 'cursor' ? [] : values.map((value) => [name, value] as const),
    );
    const props = await formProps(language, context);
    const crisis = context.crisis ? crisisFirst(words) : null;
    const found = await searched({ ...request, query: form }, context);
    if ('problem' in found) {
      const { problem } = found;
      const body = v1Conventions.errorBody(problem, context.publicUrl);
      // Keeps the typed words in the box, unless they express a danger that nobody else should read on the screen.
      const text = context.crisis ? '' : (form.get('q')?.[0] ?? form.get('near')?.[0] ?? '');
      const state = narrowingFrom(form);
      return drawn(
        language,
        context,
        problem.status,
        pages.search.title,
        h(
          'div',
          { class: 'search-page' },
          crisis,
          filterForm({ ...props, state, text, others: [] }),
          searchProblem(words, problem.status, body, !saysWhere.some((name) => form.has(name))),
        ),
      );
    }
    const { state, found: shown, where, fields, ignored } = foundState(found.answer, form.has('include'));
    const understood = pairsOf({ ...where, ...fields });
    const text = where.near ?? (where.state === undefined ? (fields.name ?? '') : words.stateName(where.state));
    return drawn(
      language,
      context,
      200,
      pages.search.title,
      h(
        'div',
        { class: 'search-page' },
        crisis,
        filterForm({
          ...props,
          state,
          text: text === 'me' ? '' : String(text),
          others: pairsOf(fields).filter(
            ([name]) => !controlled.has(name) && !(name === 'name' && text === fields.name),
          ),
        }),
        searchResults({ words, pages, state, found: shown, given, understood, ignored, first: !form.has('cursor') }),
      ),
    );
  };
}

/** Fields of which at least one must be filled in. */
const saysWhere = ['q', 'near', 'state', 'name', 'cell'] as const;

/** The search's results, or why it was refused. Rethrows errors that are our own fault. */
async function searched(request: Request, context: RouteContext) {
  try {
    const [listed, cursors] = await Promise.all([context.locator.glimpse(context.meter), context.cursors()]);
    const search = await readSearchQuery(request, { places: context.places(), ...listed, cursors });
    return { answer: await answerSearch(search, context) };
  } catch (error) {
    const problem: Problem = problemOf(error, v1Conventions);
    if (problem.status >= 500) throw error;
    return { problem };
  }
}

async function formProps(language: PageLanguage, { locator, meter }: RouteContext) {
  const { summary } = await locator.overview(meter);
  const level: Record<string, number> = {};
  for (const { byLevel } of Object.values(summary.byState))
    for (const [code, count] of Object.entries(byLevel)) level[code] = (level[code] ?? 0) + count;
  return { ...catalogs[language], offerable: { ...summary.values, level } };
}

function drawn(
  language: PageLanguage,
  { publicUrl }: RouteContext,
  status: number,
  title: string,
  main: ComponentChild,
): APIGatewayProxyResult {
  const { search } = catalogs[language].pages;
  const html = documentOf({
    language,
    title,
    description: search.about,
    heading: title,
    main,
    path: null,
    publicUrl,
    noindex: true,
  });
  return reply(status, HTML, html, { 'cache-control': caching.none });
}
