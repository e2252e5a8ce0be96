import type * as z from 'zod/mini';

/** What is wrong with a value, behind its name: "is … where … belongs". `found` is the value as a message shows it. */
export function expectation(issue: z.core.$ZodIssue, found: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is ${found} where ${article(issue.expected)} belongs`;
    case 'invalid_value':
      return `is ${found} where one of ${issue.values.map(String).join(', ')} belongs`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is ${found}, the least is ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `has more than ${issue.maximum} items`;
      return issue.origin === 'string'
        ? `has more than ${issue.maximum} characters`
        : `is ${found}, the most is ${issue.maximum}`;
    default:
      return `is wrong: ${issue.message}`;
  }
}

function article(type: string): string {
  const name = { int: 'whole number', record: 'object', array: 'list' }[type] ?? type;
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
