import { createConfig, lintFromString } from '@redocly/openapi-core';
import core, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { describe, expect, it } from 'vitest';
import { openApiText } from '../../../functions/api/service/load.ts';
import { sampled } from '../../support/runs.ts';

// Long: runs two linters over the whole document.

const { Spectral } = core;
const { oas } = rulesets;

const text = await openApiText({
  asked: 'https://programs.example.net',
  website: 'https://programs.example.net',
  gateway: 'https://api.programs.example.net/live',
});

describe('the OpenAPI document', () => {
  it("keeps Redocly's recommended rules, without an error or a warning", async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
    expect(
      problems.map(({ severity, ruleId, message, location }) => [severity, ruleId, message, location[0]?.pointer]),
    ).toEqual([]);
  });

  it('would be told of by both', async () => {
    const [paths, rest] = [JSON.parse(text).paths, { ...JSON.parse(text) }];
    // The test keeps only one path, because one is enough to break a rule.
    const small = JSON.stringify({ ...rest, paths: { '/v1/states': paths['/v1/states'] } });
    const broken = small.replace('"operationId":"listStates",', '').replace('"license":', '"x-license":');
    const config = await createConfig({ extends: ['recommended'] });
    const told = await lintFromString({ source: broken, absoluteRef: 'openapi.json', config });
    expect(told.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['info-license']));
    const spectral = new Spectral();
    spectral.setRuleset({ extends: [oas as RulesetDefinition] });
    const codes = (await spectral.run(JSON.parse(broken))).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['operation-operationId']));
  });

  it("keeps Spectral's rules for OpenAPI, without an error, a warning or a hint", async () => {
    // One rule compiles a schema for each example, which takes three quarters of the time. So this rule only checks the
    // examples of some paths; contract.test.ts checks all examples against their schemas.
    const examples = 'oas3-valid-media-example';
    const whole = JSON.parse(text);
    const some = { ...whole, paths: Object.fromEntries(sampled(Object.entries(whole.paths), 7)) };
    for (const [document, off] of [
      [whole, examples],
      // The rule about unused components is off here, because some paths do not use every component.
      [some, 'oas3-unused-component'],
    ]) {
      const spectral = new Spectral();
      // The types of Spectral's two packages do not match.
      spectral.setRuleset({ extends: [oas as RulesetDefinition], rules: { [off]: 'off' } });
      const problems = await spectral.run(document);
      expect(problems.map(({ severity, code, message, path }) => [severity, code, message, path.join('/')])).toEqual(
        [],
      );
    }
  });
});
