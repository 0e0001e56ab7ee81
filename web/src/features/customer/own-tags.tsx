import { Button, Input } from "antd";
import { useState } from "react";
import type { CustomerTag } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { RemoveButton } from "./remove-button";
import { useChange } from "./use-customers";

/** Personal tags: nobody else sees them. */
export function OwnTags({ tags }: { tags: CustomerTag[] }) {
  const { t } = useText();
  const [name, setName] = useState("");
  const add = useChange((text: string) => api.post("/api/customer-tags", { name: text }));
  const remove = useChange((id: number) => api.delete(`/api/customer-tags/${id}`));
  const submit = () => {
    if (name.trim() !== "" && !add.isPending) follow(add.mutateAsync(name), { onSuccess: () => setName("") });
  };
  return (
    <section className={css.card} aria-label={t("customer.tags.own")}>
      <h2 className={css.partTitle}>{t("customer.tags.own")}</h2>
      <p className={css.quiet}>{t("customer.tags.ownHelp")}</p>
      <ul className={css.tagList}>
        {tags.map((tag) => (
          <li key={tag.id} className={css.tag} data-personal>
            {tag.name}
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
          aria-label={t("customer.tags.newOwn")}
          placeholder={t("customer.tags.newOwn")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={submit}
        />
        <Button disabled={name.trim() === ""} loading={add.isPending} onClick={submit}>
          {t("customer.tags.create")}
        </Button>
      </div>
      <ProblemNote problem={add.error ?? remove.error} />
    </section>
  );
}
