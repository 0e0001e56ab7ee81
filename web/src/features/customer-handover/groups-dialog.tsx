import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Checkbox, Modal } from "antd";
import { useState } from "react";
import type { Leaver } from "@/api/handover-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { MoreButton } from "@/ui/more-button";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./handover.module.css";
import { leaverGroupsQuery, usePassGroups } from "./use-handovers";

/** As many as one request takes. */
const AT_ONCE = 100;

/** Customer groups of a leaver get another owner. */
export function GroupsDialog({ leaver, onClose }: { leaver: Leaver; onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const pages = useInfiniteQuery(leaverGroupsQuery(leaver.member.id));
  const pass = usePassGroups(leaver.member.id);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [taker, setTaker] = useState<number[]>([]);
  const groups = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = groups
    .map(({ id }) => id)
    .filter((id) => !left.has(id))
    .slice(0, AT_ONCE);
  const choose = (id: number, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const save = () => {
    const [takerId] = taker;
    if (takerId === undefined) return;
    follow(pass.mutateAsync({ takerId, groupIds: ids }), {
      onSuccess: () => {
        void message.success(t("handover.groups.done", { count: ids.length }));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      title={t("handover.groups.title")}
      okText={t("handover.groups.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: taker.length === 0 || ids.length === 0, loading: pass.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t("handover.groups.text", { name: leaver.member.name })}</p>
        <ProblemNote problem={pages.error} />
        <ul className={css.choices}>
          {groups.map(({ id, title, members, customers }) => (
            <li key={id}>
              <Checkbox
                checked={ids.includes(id)}
                disabled={ids.length >= AT_ONCE && !ids.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              >
                {title} <span className={css.small}>{t("handover.groups.size", { count: members, customers })}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        <MoreButton pages={pages} />
        <div className={css.field}>
          <label htmlFor="handover-groups">{t("handover.groups.taker")}</label>
          <PersonPicker id="handover-groups" single value={taker} onChange={setTaker} />
        </div>
        <ProblemNote problem={pass.error} />
      </div>
    </Modal>
  );
}
