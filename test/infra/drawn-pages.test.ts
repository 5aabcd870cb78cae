import { describe, expect, test } from 'vitest';
import { allRoutes } from '../../functions/api/routes.ts';
import { pageRoutes } from '../../functions/faces/pages/routes.ts';
import { apiPatterns, pagePatterns, pathsRegex } from '../../infra/api-paths.ts';
import { drawnPagePolicy } from '../../infra/security-headers.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();
const filled = (path: string) => path.replace(/\{\w+\}/g, 'x');

/** Parents with children that API Gateway would refuse: a parent may have at most one variable. */
function refusedParents(resources: readonly { readonly parent: string; readonly part: string }[]): string[] {
  const variables = resources.filter(({ part }) => part.startsWith('{'));
  const byParent = Map.groupBy(variables, ({ parent }) => parent);
  return [...byParent].flatMap(([parent, parts]) => (parts.length > 1 ? [parent] : []));
}

describe('pages that the handler draws', () => {
  test('are at resources that API Gateway takes: no two variables beside each other', () => {
    const resources = [...resourcesOf(template, 'AWS::ApiGateway::Resource').values()].map(({ Properties }) => ({
      parent: JSON.stringify(Properties.ParentId),
      part: String(Properties.PathPart),
    }));
    expect(resources.length).toBeGreaterThan(30);
    expect(refusedParents(resources)).toEqual([]);
    const twoAtTop = [
      { parent: 'root', part: '{proxy+}' },
      { parent: 'root', part: '{city}' },
    ];
    expect(refusedParents(twoAtTop)).toEqual(['root']);
    // API Gateway's rule for the parts of a path.
    for (const { part } of resources) expect(part).toMatch(/^(?:[\w:.-]+|\{\w+\+?\})$/);
  });

  test('have a policy without scripts, which lets a form post to this site', () => {
    expect(drawnPagePolicy).toContain("default-src 'none'");
    expect(drawnPagePolicy).toContain("form-action 'self'");
    expect(drawnPagePolicy).not.toMatch(/script|unsafe|http/);
    const policies = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy');
    const [own] = [...policies].filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes(JSON.stringify(drawnPagePolicy).slice(1, -1)),
    );
    expect(own).toBeDefined();
    const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution').values();
    if (distribution === undefined) throw new Error('there is no distribution');
    const { CacheBehaviors, CustomErrorResponses } = distribution.Properties.DistributionConfig as {
      CacheBehaviors: { PathPattern: string; ResponseHeadersPolicyId: { Ref: string } }[];
      CustomErrorResponses: object[];
    };
    const withIt = CacheBehaviors.filter(({ ResponseHeadersPolicyId }) => ResponseHeadersPolicyId.Ref === own?.[0]);
    expect(withIt.map(({ PathPattern }) => PathPattern)).toEqual(pagePatterns);
    // A CloudFront error page would replace problem documents.
    for (const one of CustomErrorResponses) expect(one).not.toHaveProperty('ResponsePagePath');
    // CloudFront's quota per distribution.
    expect(CacheBehaviors.length).toBeLessThan(75);
  });

  test('count against the limit of an address, as every path that reaches a handler; files of the bucket do not', () => {
    const counts = new RegExp(pathsRegex(apiPatterns));
    for (const { path } of allRoutes) expect(counts.test(filled(path)), path).toBe(true);
    for (const { path } of pageRoutes)
      if (!path.includes('.')) expect(counts.test(`${filled(path)}/`), path).toBe(true);
    for (const path of [
      '/',
      '/es/',
      '/index.html',
      '/page.css',
      '/locator.js',
      '/main.js',
      '/embed',
      '/embed/frame',
      '/docs',
      '/searching',
      '/aboutus',
    ])
      expect(counts.test(path), path).toBe(false);
    expect(() => pathsRegex(Array.from({ length: 60 }, (_, at) => `/segment-${at}/*`))).toThrow(RangeError);
    expect(() => pathsRegex(['/es/lonely/*'])).toThrow(/\/lonely/);
  });
});
