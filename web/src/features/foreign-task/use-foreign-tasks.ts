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
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
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
  const look = () => cache.invalidateQueries({ queryKey: foreignTasksKey });
  const send = (body: ForeignTaskAnswerBody) =>
    follow(answer.mutateAsync(body), {
      onSuccess: (after) => {
        cache.setQueryData(taskQuery(id).queryKey, after);
        void message.success(t("foreign.answer.done"));
        return look();
      },
      onError: (problem) => {
        void message.warning(problemText(t, problem));
        return look();
      },
    });
  return { send, busy: answer.isPending ? answer.variables.answer : null };
}
