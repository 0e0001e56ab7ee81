import { PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { StoredFile } from "@/api/types";
import { fileSize } from "@/lib/sizes";
import { ProblemNote } from "@/ui/problem-note";
import css from "./mass.module.css";

/** What is attached, to be looked at. */
export function MassFiles({ mass, files }: { mass: number; files: StoredFile[] }) {
  const [problem, setProblem] = useState<unknown>(null);
  if (files.length === 0) return null;
  const open = (file: number) =>
    api.get<{ url: string }>(`/api/mass-messages/${mass}/files/${file}`).then(({ url }) => {
      window.location.assign(url);
    }, setProblem);
  return (
    <>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Button icon={<PaperClipOutlined />} onClick={() => void open(file.id)}>
              {file.name} · {fileSize(file.size)}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
    </>
  );
}
