import type { ReactNode } from "react";
import type { PathStep, StepPerson } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "./history.module.css";
import { askedOf, saysTogether } from "./path";

const MOST_FACES = 12;
const KINDS = ["APPROVE", "HANDLE", "CC", "BRANCH", "PARALLEL", "DELAY", "WEBHOOK"] as const;

/** One place of a path: what it is, who is asked, and who is not and why. */
export function StepBody({ step, children }: { step: PathStep; children?: ReactNode }) {
  const { t } = useText();
  const kind = KINDS.find((each) => each === step.kind) ?? "APPROVE";
  const name =
    step.name === step.node || step.name === "" || kind === "BRANCH" ? t(`approval.path.kinds.${kind}`) : step.name;
  const asks = kind === "APPROVE" || kind === "HANDLE";
  return (
    <div className={css.body}>
      <p className={css.said}>
        <strong>{name}</strong>
        {step.now && <span className={css.nowTag}>{t("approval.path.now")}</span>}
        {saysTogether(step) && step.together && (
          <span className={css.quiet}>{t(`approval.together.${step.together}`)}</span>
        )}
        {step.open && <span className={css.quiet}>{t("approval.path.open")}</span>}
      </p>
      <ul className={css.people}>
        {step.people.slice(0, MOST_FACES).map((each) => (
          <Face key={each.person.id} each={each} />
        ))}
        {step.people.length > MOST_FACES && (
          <li className={css.quiet}>{t("approval.path.morePeople", { count: step.people.length - MOST_FACES })}</li>
        )}
      </ul>
      {asks && askedOf(step).length === 0 && !children && <p className={css.quiet}>{t("approval.path.nobody")}</p>}
      {children}
    </div>
  );
}

function Face({ each: { person, forWhom, skipped } }: { each: StepPerson }) {
  const { t } = useText();
  return (
    <li className={css.person} data-skipped={skipped !== null || undefined}>
      <Avatar person={person} size={24} />
      <span>{nameOf(person)}</span>
      {forWhom && <span className={css.quiet}>{t("approval.history.forWhom", { name: nameOf(forWhom) })}</span>}
      {skipped && <span className={css.quiet}>{t(`approval.why.${skipped}`)}</span>}
    </li>
  );
}
