import type { PathStep, StepPerson } from "@/api/approval-types";

/** A branch whose way is decided says nothing: the nodes of the way follow. */
export function shownSteps(steps: readonly PathStep[]): PathStep[] {
  return steps.filter((step) => step.kind !== "BRANCH" || step.open);
}

export function askedOf(step: PathStep): StepPerson[] {
  return step.people.filter((each) => each.skipped === null);
}

/** How several people are asked is worth saying only when there are several. */
export function saysTogether(step: PathStep): boolean {
  return step.together !== null && askedOf(step).length > 1;
}

/** Nodes on this path at which the applicant still has to choose somebody. */
export function missingChoices(
  steps: readonly PathStep[],
  choices: readonly { node: string; required: boolean }[],
  chosen: Readonly<Record<string, number[]>>,
): string[] {
  const on = new Set(steps.map((step) => step.node));
  return choices
    .filter(({ node, required }) => required && on.has(node) && (chosen[node]?.length ?? 0) === 0)
    .map(({ node }) => node);
}
