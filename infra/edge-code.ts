import { readFileSync } from 'node:fs';
import { FunctionCode } from 'aws-cdk-lib/aws-cloudfront';

/** CloudFront's limit for the size of a function, in bytes. */
const MOST_BYTES = 10_240;

/**
 * Reads the source of a CloudFront function, and puts variables in front of it, with values that are known at
 * synthesis.
 * @throws RangeError if it is too large for CloudFront
 */
export function edgeSource(file: string, values: Readonly<Record<string, unknown>>): string {
  const variables = Object.entries(values).map(([name, value]) => `var ${name} = ${JSON.stringify(value)};\n`);
  const source = variables.join('') + readFileSync(new URL(file, import.meta.url), 'utf8');
  const bytes = Buffer.byteLength(source);
  if (bytes > MOST_BYTES) {
    throw new RangeError(`${file} has ${bytes} bytes with its values; CloudFront takes ${MOST_BYTES}`);
  }
  return source;
}

export const edgeCode = (source: string): FunctionCode => FunctionCode.fromInline(source);
