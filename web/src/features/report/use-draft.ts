import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { api, withQuery } from "@/api/http";
import type { DraftBody, ReportDraft } from "@/api/report-types";
import { follow } from "@/lib/follow";
import { draftScope } from "./use-reports";

const QUIET_MS = 1200;

/** Keeps what is being written on the server: after a pause, and when the page is left. */
export function useDraft(template: number, day: string) {
  const path = withQuery(`/api/report-templates/${template}/draft`, { day });
  const scope = draftScope(template, day);
  const saving = useMutation({ scope, mutationFn: (body: DraftBody) => api.put<ReportDraft>(path, body) });
  const dropping = useMutation({ scope, mutationFn: () => api.delete(path) });
  const waiting = useRef<{ body: DraftBody; timer: ReturnType<typeof setTimeout> } | null>(null);
  const forget = () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const flush = () => {
    const body = waiting.current?.body;
    forget();
    if (body) saving.mutate(body);
  };
  const keep = (body: DraftBody) => {
    forget();
    waiting.current = { body, timer: setTimeout(flush, QUIET_MS) };
  };
  const leave = useEffectEvent(flush);
  useEffect(() => () => leave(), []);
  return {
    keep,
    /** What waits is no longer wanted: the report is being sent. */
    forget,
    discard: (onDone: () => void) => {
      forget();
      follow(dropping.mutateAsync(), { onSuccess: onDone });
    },
    savedAt: saving.data?.savedAt ?? null,
    saving: saving.isPending,
    problem: saving.error ?? dropping.error,
  };
}
