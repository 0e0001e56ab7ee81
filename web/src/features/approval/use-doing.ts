import { App } from "antd";
import type { ApprovalRun } from "@/api/approval-types";
import { Problem } from "@/api/http";
import { nameOf, usePeople } from "@/api/people";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { isLate } from "./actions";
import { type Act, useAct } from "./use-approvals";

/** Who was faster, and what he did; else the refusal as it is. */
export function lateText(t: Translate, problem: Problem): string {
  const { by, how } = problem.params;
  const name = typeof by === "number" ? nameOf(usePeople.getState().cards[by]) : "";
  if (name === "") return problemText(t, problem);
  const known = how === "AGREED" || how === "REFUSED" || how === "HANDLED" || how === "RETURNED" ? how : "OTHER";
  return t(`approval.late.${known}`, { name });
}

/** One action. When somebody was faster, that is said and the run is shown as it is now; other refusals stay with the caller. */
export function useDoing(id: number) {
  const { t } = useText();
  const { message, notification } = App.useApp();
  const act = useAct(id);
  const run = (what: Act, done: string | null, onDone: (run: ApprovalRun | undefined) => void) =>
    follow(act.mutateAsync(what), {
      onSuccess: (after) => {
        if (done) void message.success(done);
        onDone(after);
      },
      onError: (problem) => {
        if (!(problem instanceof Problem) || !isLate(problem.code)) return;
        notification.warning({ title: t("approval.late.title"), description: lateText(t, problem), duration: 8 });
        onDone(undefined);
      },
    });
  return { run, busy: act.isPending, problem: act.error };
}
