import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import type { CustomerTagGroup } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { moved } from "@/lib/moved";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { useChange } from "./use-customers";

interface Row {
  key: number;
  id: number | null;
  name: string;
}

interface Props {
  /** null: a new one. */
  edited: CustomerTagGroup | null;
  onClose: () => void;
}

/** A group with its tags: renamed, ordered, added and removed in one go. */
export function TagGroupDialog({ edited, onClose }: Props) {
  const { t } = useText();
  const count = useRef(1);
  const [name, setName] = useState(edited?.name ?? "");
  const [rows, setRows] = useState<Row[]>(
    () => edited?.tags.map((tag) => ({ key: -tag.id, id: tag.id, name: tag.name })) ?? [{ key: 0, id: null, name: "" }],
  );
  const save = useChange((body: { name: string; tags: { id?: number; name: string }[] }) =>
    edited
      ? api.put(`/api/admin/customer-tag-groups/${edited.id}`, body)
      : api.post("/api/admin/customer-tag-groups", body),
  );
  const tags = rows.filter((row) => row.name.trim() !== "");
  const submit = () =>
    follow(save.mutateAsync({ name, tags: tags.map((row) => ({ id: row.id ?? undefined, name: row.name })) }), {
      onSuccess: onClose,
    });
  const add = () => setRows((before) => [...before, { key: count.current++, id: null, name: "" }]);
  return (
    <Modal
      open
      title={edited ? t("customer.tags.editGroup", { name: edited.name }) : t("customer.tags.newGroup")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: name.trim() === "" || tags.length === 0 }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={css.stack}>
        <Input
          autoFocus
          maxLength={30}
          aria-label={t("customer.tags.groupName")}
          placeholder={t("customer.tags.groupName")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <ul className={css.stack} aria-label={t("customer.tags.title")}>
          {rows.map((row, place) => (
            <TagRow key={row.key} row={row} place={place} rows={rows} onRows={setRows} onEnter={add} />
          ))}
        </ul>
        <Button icon={<PlusOutlined />} onClick={add}>
          {t("customer.tags.add")}
        </Button>
        <ProblemNote problem={save.error} />
      </div>
    </Modal>
  );
}

interface RowProps {
  row: Row;
  place: number;
  rows: Row[];
  onRows: (rows: Row[]) => void;
  onEnter: () => void;
}

function TagRow({ row, place, rows, onRows, onEnter }: RowProps) {
  const { t } = useText();
  const label = t("customer.tags.nameOf", { place: place + 1 });
  const move = (by: number) => onRows(moved(rows, place, by));
  return (
    <li className={css.rowLine}>
      <Input
        maxLength={30}
        aria-label={label}
        placeholder={label}
        value={row.name}
        onChange={(event) => onRows(rows.map((each) => (each === row ? { ...row, name: event.target.value } : each)))}
        onPressEnter={onEnter}
      />
      <IconButton
        size="small"
        icon={<ArrowUpOutlined />}
        label={t("customer.tags.up", { name: row.name })}
        disabled={place === 0}
        onClick={() => move(-1)}
      />
      <IconButton
        size="small"
        icon={<ArrowDownOutlined />}
        label={t("customer.tags.down", { name: row.name })}
        disabled={place === rows.length - 1}
        onClick={() => move(1)}
      />
      <IconButton
        size="small"
        icon={<DeleteOutlined />}
        label={t("customer.tags.removeOwn", { name: row.name })}
        onClick={() => onRows(rows.filter((each) => each !== row))}
      />
    </li>
  );
}
