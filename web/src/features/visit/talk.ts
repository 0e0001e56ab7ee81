import { useMemo } from "react";
import type { Entry } from "@/api/types";
import type { VisitThread } from "@/api/visit-types";
import { nameOf } from "./names";
import { useVisit } from "./store";
import { systemLine } from "./system-line";
import { useWords } from "./words";

/** What the log of a conversation must know of the people in it: a thread with the company, or a group. */
export interface Talk {
  /** Of whom, or of what, the log is. */
  title: string;
  nameOf: (id: number) => string;
  avatarOf: (id: number) => string | null;
  /** One sentence about what happened. */
  line: (entry: Entry) => string;
}

export function useThreadTalk(thread: VisitThread): Talk {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  return useMemo(() => {
    const personOf = (id: number) =>
      [...(me?.threads ?? []), thread].map((each) => each.person).find((person) => person.id === id);
    return {
      title: thread.person.name,
      nameOf: (id) => nameOf(me, id, t),
      avatarOf: (id) => personOf(id)?.avatar ?? null,
      line: (entry) => systemLine(entry, me, t),
    };
  }, [me, thread, t]);
}
