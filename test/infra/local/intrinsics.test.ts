import { describe, expect, test } from 'vitest';
import { referredIds, resolveText } from '../../../infra/local/intrinsics.ts';

const references = { Table: 'centers', 'Site.DomainName': 'find.example.org', 'AWS::Region': 'us-west-2' };

describe('resolveText', () => {
  test.each([
    ['plain', 'plain'],
    [7, '7'],
    [true, 'true'],
    [{ Ref: 'Table' }, 'centers'],
    [{ 'Fn::GetAtt': ['Site', 'DomainName'] }, 'find.example.org'],
    [{ 'Fn::GetAtt': 'Site.DomainName' }, 'find.example.org'],
    [{ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }, '/x']] }, 'https://find.example.org/x'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
    [{ 'Fn::Sub': 'arn:${AWS::Region}:${Table}' }, 'arn:us-west-2:centers'],
  ])('%j', (value, expected) => expect(resolveText(value, references)).toBe(expected));

  test.each([
    [{ Ref: 'Other' }, /"Other"/],
    [{ 'Fn::ImportValue': 'x' }, /cannot be worked out/],
    [null, /cannot be worked out/],
    [['a'], /cannot be worked out/],
  ])('%j is refused by name', (value, message) => expect(() => resolveText(value, references)).toThrow(message));
});

test('referredIds finds references however deep', () => {
  const uri = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Region' }, ['x', { 'Fn::GetAtt': ['Search', 'Arn'] }]]] };
  expect(referredIds(uri)).toEqual(['AWS::Region', 'Search']);
  expect(referredIds('text')).toEqual([]);
});
