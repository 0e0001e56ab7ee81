import { Button, Form } from "antd";
import { useRef, useState } from "react";
import type { Material, MaterialKind } from "@/api/material-types";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { ProblemNote } from "@/ui/problem-note";
import css from "./material.module.css";
import { pictureOf } from "./material-icon";
import { type Picture, PicturesField } from "./pictures-field";

interface Props {
  kind: MaterialKind;
  material: Material | null;
  onFile: (file: StoredFile | null) => void;
  /** Something is on its way, or did not arrive. */
  onSending: (sending: boolean) => void;
}

/** The picture, the file, or the cover of what customers open. */
export function MaterialFile({ kind, material, onFile, onSending }: Props) {
  const { t } = useText();
  const [picture, setPicture] = useState<Picture[]>(() =>
    material?.file?.thumbnail ? [{ file: material.file, src: pictureOf(material) }] : [],
  );
  if (kind === "FILE") return <AnyFile material={material} onFile={onFile} onSending={onSending} />;
  const label = t(kind === "PICTURE" ? "material.library.picture" : "material.library.cover");
  return (
    <Form.Item label={label}>
      <PicturesField
        label={label}
        pictures={picture}
        max={1}
        onSending={onSending}
        onChange={(change) => {
          const next = change(picture);
          setPicture(next);
          onFile(next[0]?.file ?? null);
        }}
      />
    </Form.Item>
  );
}

function AnyFile({ material, onFile, onSending }: Omit<Props, "kind">) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(material?.file?.name ?? "");
  const sending = useUploads((file) => {
    setName(file.name);
    onFile(file);
  }, onSending);
  const under = sending.list[0];
  return (
    <Form.Item label={t("material.library.file")}>
      <div className={css.bar}>
        {name !== "" && <span className={css.cut}>{name}</span>}
        {under && !under.problem && <span role="status">{Math.round(under.part * 100)} %</span>}
        <Button disabled={under !== undefined && !under.problem} onClick={() => input.current?.click()}>
          {t(name === "" ? "material.library.chooseFile" : "material.library.otherFile")}
        </Button>
      </div>
      {under && <ProblemNote problem={under.problem} />}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("material.library.file")}
        onChange={(event) => {
          if (under) sending.remove(under.key);
          sending.start([...(event.target.files ?? [])].slice(0, 1));
          event.target.value = "";
        }}
      />
    </Form.Item>
  );
}
