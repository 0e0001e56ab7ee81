import { EditOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { CustomerTag } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { RemoveButton } from "./remove-button";
import { useChange } from "./use-customers";

/** Personal tags: nobody else sees them. */
export function OwnTags({ tags }: { tags: CustomerTag[] }) {
  const { t } = useText();
  const [name, setName] = useState("");
  const [renamed, setRenamed] = useState<CustomerTag | null>(null);
  const save = useChange((text: string) =>
    renamed
      ? api.put(`/api/customer-tags/${renamed.id}`, { name: text })
      : api.post("/api/customer-tags", { name: text }),
  );
  const remove = useChange((id: number) => api.delete(`/api/customer-tags/${id}`));
  const label = renamed ? t("customer.tags.renameOwn", { name: renamed.name }) : t("customer.tags.newOwn");
  const begin = (tag: CustomerTag | null) => {
    setRenamed(tag);
    setName(tag?.name ?? "");
  };
  const submit = () => {
    if (name.trim() !== "" && !save.isPending) follow(save.mutateAsync(name), { onSuccess: () => begin(null) });
  };
  return (
    <section className={css.card} aria-label={t("customer.tags.own")}>
      <h2 className={css.partTitle}>{t("customer.tags.own")}</h2>
      <p className={css.quiet}>{t("customer.tags.ownHelp")}</p>
      <ul className={css.tagList}>
        {tags.map((tag) => (
          <li key={tag.id} className={css.tag} data-personal>
            {tag.name}
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customer.tags.renameOwn", { name: tag.name })}
              onClick={() => begin(tag)}
            />
            <RemoveButton
              label={t("customer.tags.removeOwn", { name: tag.name })}
              onRemove={() => remove.mutate(tag.id)}
            />
          </li>
        ))}
      </ul>
      <div className={css.inline}>
        <Input
          maxLength={30}
          aria-label={label}
          placeholder={label}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={submit}
        />
        <Button disabled={name.trim() === ""} loading={save.isPending} onClick={submit}>
          {t(renamed ? "customer.save" : "customer.tags.create")}
        </Button>
        {renamed && <Button onClick={() => begin(null)}>{t("form.cancel")}</Button>}
      </div>
      <ProblemNote problem={save.error ?? remove.error} />
    </section>
  );
}
