import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { findingsAmong, payloadFindingsAmong } from '../support/markers.ts';
import { fileMessages } from './message-texts.ts';
import { entryMessages } from './message-texts-of-entries.ts';
import { fieldMessages } from './message-texts-of-fields.ts';
import { payloadMessages } from './message-texts-of-payloads.ts';

/** The only texts of rules in tests: other tests name the message id and the values. */
const messages = [...fileMessages, ...entryMessages, ...fieldMessages, ...payloadMessages];

describe('a message', () => {
  it.each(messages)('%s', (id, config, text, surroundings = {}) => {
    const [rule, message] = id.split('/');
    const inConfig = config === undefined ? [] : findingsAmong(config, surroundings);
    const inPayload = surroundings.payload === undefined ? [] : payloadFindingsAmong(config, surroundings);
    const found = [...inConfig, ...inPayload]
      .filter(({ ruleId }) => ruleId === rule)
      .flatMap((finding) => [finding, ...finding.related]);
    expect(found.find(({ messageId }) => messageId === message)?.message()).toBe(text);
  });

  it('is in this table, of every rule', () => {
    const all = rules.flatMap((rule) => Object.keys(rule.messages).map((message) => `${rule.id}/${message}`));
    expect(messages.map(([id]) => id).toSorted()).toEqual(all.toSorted());
  });

  it('has no more than 160 characters, so that a row of a list shows it', () => {
    expect(messages.map(([, , text]) => text).filter(({ length }) => length > 160)).toEqual([]);
  });
});
