import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** What the standard asks for, or only the rules that are named. */
export function standard(page: Page, rules?: string[]): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"], preload: false });
  return rules === undefined ? axe.withTags(STANDARD) : axe.withRules(rules);
}

/** What is wrong, each with the elements at fault. */
export async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" | ")}`);
}

/** The page keeps to the standard. */
export async function accessible(page: Page): Promise<void> {
  expect(await faults(standard(page))).toEqual([]);
}

/** The page keeps to good practice beyond the standard too. */
export async function wellMade(page: Page): Promise<void> {
  expect(await faults(new AxeBuilder({ page }))).toEqual([]);
}
