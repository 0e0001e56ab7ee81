import { EditOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import type { CustomerProfile, CustomerRelation, Tagging } from "@/api/customer-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { TagSelect } from "./tag-select";
import { tagsQuery, useChange, useTagging } from "./use-customers";

interface Props {
  profile: CustomerProfile;
  /** The one whose tags are changed here; those of others are read. */
  relation: CustomerRelation | undefined;
}

/** Tags of all who serve the customer; each says on hover who has set it. */
export function TagsPart({ profile, relation }: Props) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const shown = [...new Map(profile.tags.map((tag) => [tag.tagId, tag])).values()];
  return (
    <section className={css.part} aria-label={t("customer.tags.title")}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>{t("customer.tags.title")}</h3>
        {relation && (
          <IconButton
            size="small"
            icon={<EditOutlined />}
            label={t("customer.tags.edit")}
            onClick={() => setEditing(true)}
          />
        )}
      </div>
      <ul className={css.tagList}>
        {shown.map((tag) => (
          <TagFace key={tag.tagId} tag={tag} />
        ))}
        {shown.length === 0 && <li className={css.quiet}>{t("customer.tags.notYet")}</li>}
      </ul>
      {editing && relation && <TagsDialog profile={profile} relation={relation.id} onClose={() => setEditing(false)} />}
    </section>
  );
}

function TagFace({ tag }: { tag: Tagging }) {
  const { t } = useText();
  const by = tag.setBy ? t("customer.tags.by", { name: nameOf(tag.setBy) }) : t("customer.tags.byRule");
  return (
    <li className={css.tag} data-personal={tag.personal || undefined} title={`${tag.group} ${by}`.trim()}>
      {tag.name}
    </li>
  );
}

interface DialogProps {
  profile: CustomerProfile;
  relation: number;
  onClose: () => void;
}

function TagsDialog({ profile, relation, onClose }: DialogProps) {
  const { t } = useText();
  const tags = useQuery(tagsQuery).data;
  const before = profile.tags.filter((tag) => tag.relationId === relation).map((tag) => tag.tagId);
  const [chosen, setChosen] = useState(before);
  const [fresh, setFresh] = useState("");
  const save = useTagging();
  const create = useChange((name: string) => api.post<{ id: number }>("/api/customer-tags", { name }));
  const submit = () =>
    follow(
      save.mutateAsync({
        relation,
        add: chosen.filter((id) => !before.includes(id)),
        remove: before.filter((id) => !chosen.includes(id)),
      }),
      { onSuccess: onClose },
    );
  const add = () =>
    follow(create.mutateAsync(fresh), {
      onSuccess: ({ id }) => {
        setChosen((ids) => [...ids, id]);
        setFresh("");
      },
    });
  return (
    <Modal
      open
      title={t("customer.tags.edit")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={css.stack}>
        {tags && (
          <TagSelect tags={tags} value={chosen} label={t("customer.tags.choose")} onChange={setChosen} autoFocus />
        )}
        <div className={css.inline}>
          <Input
            maxLength={30}
            aria-label={t("customer.tags.newOwn")}
            placeholder={t("customer.tags.newOwn")}
            value={fresh}
            onChange={(event) => setFresh(event.target.value)}
            onPressEnter={add}
          />
          <Button disabled={fresh.trim() === ""} loading={create.isPending} onClick={add}>
            {t("customer.tags.create")}
          </Button>
        </div>
        <p className={css.quiet}>{t("customer.tags.ownHelp")}</p>
        <ProblemNote problem={save.error ?? create.error} />
      </div>
    </Modal>
  );
}
