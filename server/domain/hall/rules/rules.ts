/** Every kind of clause and its rule. */
import type { ClauseKind } from '../../../../shared/glossary/clause-kinds.js';
import { caseRules } from './case-rules.js';
import { counterRules } from './counter-rules.js';
import { hallRules } from './hall-rules.js';
import { ratingRules } from './rating-rules.js';
import type { Rule } from './rule.js';
import { recordRules } from './record-rules.js';
import { sourceRules } from './source-rules.js';
import { ticketRules } from './ticket-rules.js';

const rules: Record<ClauseKind, Rule> = { ...ticketRules, ...counterRules, ...hallRules, ...ratingRules, ...sourceRules, ...caseRules, ...recordRules };

export function ruleOf({ kind }: { kind: string }): Rule {
  return rules[kind as ClauseKind];
}
