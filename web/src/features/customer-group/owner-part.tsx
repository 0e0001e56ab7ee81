import { useNavigate } from "@tanstack/react-router";
import { App, Button, Modal } from "antd";
import { useState } from "react";
import type { CustomerGroup } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./group.module.css";
import { useChange } from "./use-groups";

/** What only the owner and whoever stands above him decide: the next owner, and the end. */
export function OwnerPart({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [passing, setPassing] = useState(false);
  const end = useChange((id: number) => api.delete(`/api/customer-groups/${id}`));
  const ask = () =>
    modal.confirm({
      title: t("customerGroup.end.title", { title: group.title }),
      content: t("customerGroup.end.text", { count: group.customers }),
      okText: t("customerGroup.end.do"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () =>
        end.mutateAsync(group.id).then(
          () => navigate({ to: "/customers/groups" }),
          () => undefined, // stays where it is shown
        ),
    });
  return (
    <section className={css.card} aria-label={t("customerGroup.owner.part")}>
      <h2 className={css.partTitle}>{t("customerGroup.owner.part")}</h2>
      <p className={css.small}>{t("customerGroup.owner.now", { name: nameOf(group.owner) })}</p>
      <div className={css.bar}>
        <Button onClick={() => setPassing(true)}>{t("customerGroup.owner.pass")}</Button>
        <Button danger onClick={ask}>
          {t("customerGroup.end.do")}
        </Button>
      </div>
      <ProblemNote problem={end.error} />
      {passing && <PassDialog group={group} onClose={() => setPassing(false)} />}
    </section>
  );
}

function PassDialog({ group, onClose }: { group: CustomerGroup; onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [taker, setTaker] = useState<number[]>([]);
  const pass = useChange((memberId: number) => api.put(`/api/customer-groups/${group.id}/owner`, { memberId }));
  const save = () => {
    const [memberId] = taker;
    if (memberId === undefined) return;
    follow(pass.mutateAsync(memberId), {
      onSuccess: () => {
        void message.success(t("customerGroup.owner.passed"));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      title={t("customerGroup.owner.pass")}
      okText={t("customerGroup.owner.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: taker.length === 0, loading: pass.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <p className={css.lead}>{t("customerGroup.owner.text")}</p>
      <div className={css.field}>
        <label htmlFor="group-owner">{t("customerGroup.owner.taker")}</label>
        <PersonPicker id="group-owner" single value={taker} onChange={setTaker} />
      </div>
      <ProblemNote problem={pass.error} />
    </Modal>
  );
}
