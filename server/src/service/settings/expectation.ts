import type * as z from 'zod/mini';

/** What is wrong with a value, to follow its name: `must be …, not …`. `found` is the value as shown to users. */
export function expectation(issue: z.core.$ZodIssue, found: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}, not ${found}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}, not ${found}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}, not ${found}`;
    case 'too_big':
      if (issue.origin === 'array') return `has more than ${issue.maximum} items`;
      return issue.origin === 'string'
        ? `has more than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}, not ${found}`;
    default:
      return `is invalid: ${issue.message}`;
  }
}

function article(type: string): string {
  const name = { int: 'whole number', record: 'object', array: 'list' }[type] ?? type;
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
