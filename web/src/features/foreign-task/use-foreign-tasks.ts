import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { endless } from "@/api/directory";
import {
  type ForeignTaskAnswerBody,
  type ForeignTaskBox,
  type ForeignTaskDetails,
  type ForeignTaskHead,
  foreignTasksKey,
} from "@/api/foreign-tasks";
import { api, Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";

export interface TaskFilter {
  q: string;
  system: number | null;
}

export const tasksQuery = (box: ForeignTaskBox, { q, system }: TaskFilter) =>
  endless<ForeignTaskHead>([...foreignTasksKey, "list", box, q, system], "/api/foreign-tasks", {
    box,
    q: q.trim() || null,
    system,
  });

export const taskQuery = (id: number) =>
  queryOptions({
    queryKey: [...foreignTasksKey, "one", id],
    queryFn: () => api.get<ForeignTaskDetails>(`/api/foreign-tasks/${id}`),
    retry: false,
  });

/** One answer; when somebody was faster, that is said, and everything shows what is so now. */
export function useAnswer(id: number) {
  const { t } = useText();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const answer = useMutation({
    mutationFn: (body: ForeignTaskAnswerBody) => api.post<ForeignTaskDetails>(`/api/foreign-tasks/${id}/answer`, body),
  });
  // As a promise: the news may take the buttons away before the answer is there, and with them the mutation's own callbacks.
  const send = (body: ForeignTaskAnswerBody) =>
    void answer
      .mutateAsync(body)
      .then((after) => {
        cache.setQueryData(taskQuery(id).queryKey, after);
        void message.success(t("foreign.answer.done"));
      })
      .catch((problem: unknown) => {
        if (problem instanceof Problem) void message.warning(problemText(t, problem));
      })
      .finally(() => void cache.invalidateQueries({ queryKey: foreignTasksKey }));
  return { send, busy: answer.isPending ? answer.variables.answer : null };
}
