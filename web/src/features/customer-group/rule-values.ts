import type { GuardRule, GuardRuleBody, SpamRule } from "@/api/customer-group-types";

/** A rule as its form holds it: flooding is switched on apart from its numbers. */
export interface RuleValues extends Omit<SpamRule, "flood">, Pick<GuardRuleBody, "name" | "on"> {
  floods: boolean;
  floodMessages: number;
  floodSeconds: number;
}

const FRESH: RuleValues = {
  name: "",
  words: [],
  links: false,
  allowed: [],
  phones: false,
  pictures: false,
  qr: false,
  floods: false,
  floodMessages: 5,
  floodSeconds: 10,
  action: "WARN",
  muteMinutes: 60,
  strikes: 3,
  on: true,
};

export function valuesOf(rule: GuardRule | null): RuleValues {
  if (!rule) return FRESH;
  const { flood, ...same } = rule.content;
  return {
    ...same,
    name: rule.name,
    on: rule.on,
    floods: flood !== null,
    floodMessages: flood?.messages ?? FRESH.floodMessages,
    floodSeconds: flood?.seconds ?? FRESH.floodSeconds,
  };
}

export function bodyOf(values: RuleValues, groups: number[], version: number | null): GuardRuleBody {
  const { name, on, floods, floodMessages: messages, floodSeconds: seconds, ...same } = values;
  const content = {
    ...same,
    allowed: same.links ? same.allowed : [],
    flood: floods ? { messages, seconds } : null,
  };
  return { name, groups, content, on, version };
}

/** A rule that looks for nothing would never be broken. */
export function looksForSomething(values: RuleValues): boolean {
  const { words, links, phones, pictures, qr, floods } = values;
  return words.length > 0 || links || phones || pictures || qr || floods;
}
