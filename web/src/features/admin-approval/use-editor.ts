import { useEffect, useState } from "react";
import type { TemplateContent, TemplateDraft } from "@/api/approval-template-types";
import { useHistory } from "@/lib/use-history";
import {
  flawsOfErrors,
  flawsOfRefusal,
  isFine,
  joined,
  NO_FLAWS,
  type TemplateFlaws,
  templateFlaws,
} from "./all-flaws";
import { checkContent, usePublish, useSaveDraft } from "./use-templates";

const PAUSE_MS = 1200;

/** A draft that is edited: its history, what is wrong with it, saving and publishing. */
export function useEditor(id: number, loaded: TemplateDraft) {
  const editing = useHistory<TemplateContent>(loaded.content);
  const [kept, setKept] = useState({ content: loaded.content, revision: loaded.revision });
  const content = editing.now;
  const dirty = content !== kept.content;
  const { flaws, setServer } = useFlaws(id, content);
  const saving = useSaveDraft(id);
  const publishing = usePublish(id);

  const save = async () => {
    const draft = await saving.mutateAsync({ revision: kept.revision, content });
    setKept({ content, revision: draft.revision });
    return draft.revision;
  };
  /** Whether it was published; otherwise flaws or a problem say why not. */
  const publish = async (): Promise<"done" | "flawed" | "refused"> => {
    if (!isFine(templateFlaws(content))) return "flawed";
    try {
      await publishing.mutateAsync(dirty ? await save() : kept.revision);
      setServer(NO_FLAWS);
      return "done";
    } catch (error) {
      const found = flawsOfRefusal(error);
      if (!found) return "refused";
      setServer(found);
      return "flawed";
    }
  };
  const refused = flawsOfRefusal(publishing.error) === null ? publishing.error : null;
  return {
    editing,
    content,
    dirty,
    flaws,
    save,
    publish,
    saving: saving.isPending,
    busy: saving.isPending || publishing.isPending,
    problem: saving.error ?? refused,
  };
}

/** One's own flaws at once, the server's after a pause, each for what it was said of only. */
function useFlaws(id: number, content: TemplateContent) {
  const [server, setServer] = useState<{ flaws: TemplateFlaws; of: TemplateContent } | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      checkContent(id, content).then(
        (errors) => wanted && setServer({ flaws: flawsOfErrors(errors), of: content }),
        // Saving and publishing say what is wrong with the connection; the marks of the browser stay.
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
    flaws: joined(templateFlaws(content), found),
    setServer: (flaws: TemplateFlaws) => setServer({ flaws, of: content }),
  };
}
