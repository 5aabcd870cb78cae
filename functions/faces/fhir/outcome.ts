import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { Conventions, Json } from '../../http/conventions.ts';
import { crisisLine } from '../../http/help.ts';
import type { Problem } from '../../http/problem.ts';

/** FHIR's codes for our problems, by status; other 4xx statuses are `processing`. */
const issueCodes: Readonly<Record<number, OperationOutcomeIssue['code']>> = {
  400: 'invalid',
  404: 'not-found',
  405: 'not-supported',
  406: 'not-supported',
  410: 'deleted',
  413: 'too-long',
  415: 'not-supported',
  422: 'too-costly',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
};

/** An error as FHIR writes it: one issue per fault, or one for the whole request. */
function outcomeOf({ status, detail, errors }: Problem): OperationOutcome {
  const code = issueCodes[status] ?? 'processing';
  const severity = status >= 500 ? 'fatal' : 'error';
  const issues = errors.map(({ parameter, pointer, message }): OperationOutcomeIssue => {
    const name = parameter ?? pointer ?? '';
    const text = name === '' ? message : `${name}: ${message}`;
    const isSearch = parameter !== undefined && /^[A-Za-z_]/.test(parameter);
    return {
      severity,
      code,
      details: { text },
      diagnostics: text,
      ...(isSearch ? { location: [`http.${parameter}`] } : {}),
    };
  });
  const whole: OperationOutcomeIssue = { severity, code, details: { text: detail }, diagnostics: detail };
  const [first, ...others] = issues;
  return { resourceType: 'OperationOutcome', issue: first === undefined ? [whole] : [first, ...others] };
}

/** The helplines as a FHIR resource. It comes first in the answer to a text that expresses danger to life. */
function crisisOutcome(): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'informational', details: { text: crisisLine }, diagnostics: crisisLine }],
  };
}

/** FHIR returns errors and helplines as OperationOutcome, and describes itself in its CapabilityStatement. */
export const fhirConventions: Conventions = {
  errorType: 'application/fhir+json',
  errorBody: outcomeOf,
  withHelp: withOutcome,
  tooBroad: () => ({
    detail: 'This search is too broad to answer exactly. Add a distance to near, or leave out conditions.',
    members: {},
  }),
  linksDocument: false,
};

/** Adds the helplines as an error's first issue or a search's first entry. Other resources have no place for them. */
function withOutcome(resource: Json): Json {
  const { resourceType, issue, entry } = resource;
  const outcome = crisisOutcome();
  if (resourceType === 'OperationOutcome') return { ...resource, issue: [...outcome.issue, ...listOf(issue)] };
  if (resourceType !== 'Bundle') return resource;
  return { ...resource, entry: [{ resource: outcome, search: { mode: 'outcome' } }, ...listOf(entry)] };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
