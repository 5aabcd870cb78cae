import type { Fault, Problem } from '../../../http/problem.ts';
import { helplines } from './closing.ts';

/** A refusal in words that tell a model what to do next: every fault, and what would be right. */
export function faultText({ detail, errors }: Problem, remedy: string): string {
  const faults = errors.map((fault) => `- ${nameOf(fault)}: ${fault.message}`);
  return [
    ...(faults.length === 0 ? [detail] : ['Nothing was looked up, because of:', ...faults]),
    remedy,
    helplines,
  ].join('\n');
}

/** Converts a JSON pointer to a path as in code: `/level/0` becomes `level[0]`. */
function nameOf({ pointer = '' }: Fault): string {
  const [name = '', ...inside] = pointer.split('/').slice(1);
  return name === '' ? 'arguments' : `${unescaped(name)}${inside.map((part) => `[${unescaped(part)}]`).join('')}`;
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
