import { useEffect, useState } from "react";
import type { ReportContent, ReportTemplateDetails } from "@/api/report-template-types";
import { useHistory } from "@/lib/use-history";
import {
  countFlaws,
  flawsOfErrors,
  flawsOfRefusal,
  joined,
  NO_FLAWS,
  type ReportFlaws,
  reportFlaws,
} from "./report-flaws";
import { checkContent, usePublish } from "./use-report-templates";

const PAUSE_MS = 1200;

/** A content that is edited: its history, what is wrong with it, and publishing. */
export function useReportEditor({ template, content: loaded }: ReportTemplateDetails) {
  const editing = useHistory<ReportContent>(loaded);
  const [kept, setKept] = useState({ content: loaded, version: template.version });
  const content = editing.now;
  const { flaws, setServer } = useFlaws(template.id, content);
  const publishing = usePublish(template.id);
  /** Whether it was published; otherwise flaws or a problem say why not. */
  const publish = async (): Promise<"done" | "flawed" | "refused"> => {
    if (countFlaws(reportFlaws(content)) > 0) return "flawed";
    try {
      const { template: saved } = await publishing.mutateAsync({ version: kept.version, content });
      setKept({ content, version: saved.version });
      setServer(NO_FLAWS);
      return "done";
    } catch (error) {
      const found = flawsOfRefusal(error);
      if (!found) return "refused";
      setServer(found);
      return "flawed";
    }
  };
  return {
    editing,
    content,
    version: kept.version,
    published: kept.content,
    dirty: content !== kept.content,
    flaws,
    publish,
    busy: publishing.isPending,
    problem: flawsOfRefusal(publishing.error) === null ? publishing.error : null,
  };
}

/** One's own flaws at once, the server's after a pause, each for what it was said of only. */
function useFlaws(id: number, content: ReportContent) {
  const [server, setServer] = useState<{ flaws: ReportFlaws; of: ReportContent } | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      checkContent(id, content).then(
        (errors) => wanted && setServer({ flaws: flawsOfErrors(errors), of: content }),
        // Publishing says what is wrong with the connection; the marks of the browser stay.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, content]);
  const found = server?.of === content ? server.flaws : NO_FLAWS;
  return {
    flaws: joined(reportFlaws(content), found),
    setServer: (flaws: ReportFlaws) => setServer({ flaws, of: content }),
  };
}
