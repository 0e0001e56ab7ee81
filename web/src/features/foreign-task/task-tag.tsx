import type { ForeignTaskHead } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import css from "@/ui/records.module.css";
import { standingOf, tagTone } from "./standing";

/** Where a task stands, in words and colour; an answer by its own word. */
export function TaskTag({ task, large = false }: { task: ForeignTaskHead; large?: boolean }) {
  const { t } = useText();
  const standing = standingOf(task, new Date());
  return (
    <span className={css.tag} data-tone={tagTone(standing)} data-large={large || undefined}>
      {standing === "ANSWERED" && task.answered
        ? t("foreign.states.ANSWERED", { answer: task.answered.answer })
        : t(`foreign.states.${standing === "ANSWERED" ? "DONE" : standing}`)}
    </span>
  );
}
