import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { usePeople } from "@/api/people";
import { sessionKey, useSession } from "@/api/session";
import { tellQuery } from "@/api/tell";
import { tellReads } from "./actions";
import { restoreDrafts } from "./drafts";
import { startLive } from "./live";
import { onNoticeClick, tellBy } from "./notices";
import { outbox } from "./outbox";
import { useMessaging } from "./store";
import { useTitle } from "./use-conversations";

/** Keeps the conversations alive as long as the shell stands, whatever page is open. Draws nothing. */
export function LiveSession({ title }: { title: string }) {
  const cache = useQueryClient();
  const router = useRouter();
  const { member, org } = useSession();
  useTitle(title);
  useEffect(() => usePeople.getState().keep([member]), [member]);
  useEffect(() => {
    restoreDrafts(org.id, member.id);
    return startLive(org.id, member.id, () => void cache.invalidateQueries({ queryKey: sessionKey }));
  }, [org.id, member.id, cache]);
  useEffect(() => tellBy(() => cache.ensureQueryData(tellQuery)), [cache]);
  useEffect(() => onNoticeClick((id) => void router.navigate({ href: `/messages/${id}` })), [router]);
  useEffect(() => {
    // What was read while the connection was gone is told once it is back.
    const stop = useMessaging.subscribe((now, before) => {
      if (now.connection.name === "open" && before.connection.name !== "open") tellReads();
    });
    const warn = (event: BeforeUnloadEvent) => outbox.uploadsUnderWay() && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => {
      stop();
      window.removeEventListener("beforeunload", warn);
    };
  }, []);
  return null;
}
