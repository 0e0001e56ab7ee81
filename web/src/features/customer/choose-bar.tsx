import { useQuery } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { TagSelect } from "./tag-select";
import { tagsQuery, useChange } from "./use-customers";

/** As many relations as the server tags at once. */
export const CHOSEN_MAX = 200;

interface Props {
  chosen: number[];
  /** Everything that is shown, up to the most that can be chosen. */
  onAll: () => void;
  onNone: () => void;
}

/** What is done with several customers at once. */
export function ChooseBar({ chosen, onAll, onNone }: Props) {
  const { t } = useText();
  const [tagging, setTagging] = useState(false);
  return (
    <section className={css.chooseBar} aria-label={t("customer.many.count", { count: chosen.length })}>
      <span role="status">{t("customer.many.count", { count: chosen.length })}</span>
      <Button size="small" type="primary" onClick={() => setTagging(true)}>
        {t("customer.many.tag")}
      </Button>
      <Button size="small" onClick={onAll}>
        {t("customer.many.all")}
      </Button>
      <Button size="small" type="link" onClick={onNone}>
        {t("customer.many.none")}
      </Button>
      {tagging && <TaggingDialog relations={chosen} onClose={() => setTagging(false)} onDone={onNone} />}
    </section>
  );
}

interface DialogProps {
  relations: number[];
  onClose: () => void;
  onDone: () => void;
}

function TaggingDialog({ relations, onClose, onDone }: DialogProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const tags = useQuery(tagsQuery).data;
  const [add, setAdd] = useState<number[]>([]);
  const [remove, setRemove] = useState<number[]>([]);
  const save = useChange(() => api.post("/api/customer-taggings", { relations, add, remove }));
  const submit = () =>
    follow(save.mutateAsync(undefined), {
      onSuccess: () => {
        void message.success(t("customer.saved"));
        onClose();
        onDone();
      },
    });
  return (
    <Modal
      open
      title={t("customer.many.title", { count: relations.length })}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: add.length === 0 && remove.length === 0 }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={css.stack}>
        {tags && (
          <>
            <TagSelect
              autoFocus
              tags={tags}
              value={add}
              label={t("customer.many.add")}
              onChange={(ids) => {
                setAdd(ids);
                setRemove(remove.filter((id) => !ids.includes(id)));
              }}
            />
            <TagSelect
              tags={tags}
              value={remove}
              label={t("customer.many.remove")}
              onChange={(ids) => {
                setRemove(ids);
                setAdd(add.filter((id) => !ids.includes(id)));
              }}
            />
          </>
        )}
        <ProblemNote problem={save.error} />
      </div>
    </Modal>
  );
}
