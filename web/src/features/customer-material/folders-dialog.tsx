import { DeleteOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal, Space } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { MaterialFolder } from "@/api/material-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./material.module.css";
import { foldersQuery, useMaterialChange } from "./use-materials";

/** The folders of one part of the library. */
export function FoldersDialog({ company, onClose }: { company: boolean; onClose: () => void }) {
  const { t } = useText();
  const folders = (useQuery(foldersQuery).data ?? []).filter((folder) => folder.company === company);
  const [name, setName] = useState("");
  const add = useMaterialChange((fresh: string) => api.post("/api/material-folders", { name: fresh, company }));
  const submit = () => {
    if (name.trim() !== "" && !add.isPending) follow(add.mutateAsync(name), { onSuccess: () => setName("") });
  };
  return (
    <Modal open footer={null} title={t("material.library.folders.title")} onCancel={onClose}>
      <div className={css.detail}>
        {folders.map((folder) => (
          <Folder key={folder.id} folder={folder} />
        ))}
        <Space.Compact block>
          <Input
            maxLength={30}
            aria-label={t("material.library.folders.name")}
            placeholder={t("material.library.folders.name")}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={submit}
          />
          <Button type="primary" disabled={name.trim() === ""} loading={add.isPending} onClick={submit}>
            {t("material.library.folders.add")}
          </Button>
        </Space.Compact>
        <ProblemNote problem={add.error} />
      </div>
    </Modal>
  );
}

function Folder({ folder }: { folder: MaterialFolder }) {
  const { t } = useText();
  const [name, setName] = useState(folder.name);
  const path = `/api/material-folders/${folder.id}`;
  const rename = useMaterialChange((next: string) => api.put(path, { name: next, company: folder.company }));
  const remove = useMaterialChange(() => api.delete(path));
  return (
    <>
      <div className={css.line}>
        <Input
          maxLength={30}
          aria-label={t("material.library.folders.rename", { name: folder.name })}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onBlur={() => name.trim() !== "" && name !== folder.name && follow(rename.mutateAsync(name), {})}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
        <span className={css.small}>{folder.count}</span>
        <IconButton
          icon={<DeleteOutlined />}
          label={t("material.library.folders.remove", { name: folder.name })}
          onClick={() => remove.mutate(undefined)}
        />
      </div>
      <ProblemNote problem={rename.error ?? remove.error} />
    </>
  );
}
