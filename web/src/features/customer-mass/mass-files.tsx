import { useState } from "react";
import type { AttachedView } from "@/api/attachment-types";
import { api } from "@/api/http";
import { AttachmentRows } from "@/ui/attachments/attachment-rows";
import { itemsOf } from "@/ui/attachments/items";
import { ProblemNote } from "@/ui/problem-note";

/** What is attached, to be looked at. */
export function MassFiles({ mass, attached }: { mass: number; attached: AttachedView[] }) {
  const [problem, setProblem] = useState<unknown>(null);
  const open = (file: number) =>
    api.get<{ url: string }>(`/api/mass-messages/${mass}/files/${file}`).then(({ url }) => {
      window.location.assign(url);
    }, setProblem);
  return (
    <>
      <AttachmentRows items={itemsOf(attached, attached)} onOpen={({ body }) => void open(body.id ?? 0)} />
      <ProblemNote problem={problem} />
    </>
  );
}
