import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DingBody } from "@/api/ding-types";
import { estimateQuery } from "./use-dings";

/** Long enough not to ask for each letter. */
const PAUSE_MS = 500;
const NOTHING: DingBody = {
  key: "none",
  text: null,
  recordingId: null,
  attachmentId: null,
  range: { members: [], departments: [], roles: [], conversation: null, unreadOf: null, except: [], phones: [] },
  ladder: null,
  sendAt: null,
  overrideReason: null,
  source: null,
};

/** What sending this would do, asked anew after each pause in writing. */
export function useEstimate(body: DingBody | null) {
  const words = JSON.stringify(body);
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const asked = JSON.parse(settled) as DingBody | null;
  const query = useQuery({
    ...estimateQuery(asked ?? NOTHING),
    enabled: asked !== null && body !== null,
    placeholderData: keepPreviousData,
  });
  return {
    estimate: query.isError ? undefined : query.data,
    problem: query.error,
    pending: query.isFetching || words !== settled,
  };
}
