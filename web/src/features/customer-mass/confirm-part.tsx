import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import type { MassLine } from "@/api/mass-types";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { boxHeight } from "./box";
import css from "./mass.module.css";
import { recipientsQuery, useConfirm } from "./use-mass";

/** An employee looks at his own customers in a company's message, leaves some out, and agrees. */
export function ConfirmPart({ line }: { line: MassLine }) {
  const { t } = useText();
  const { message } = App.useApp();
  const me = useSession().member.id;
  const confirm = useConfirm(line.id);
  const list = useInfiniteQuery(recipientsQuery(line.id, "PENDING", me));
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = (line.mine?.total ?? 0) - without.size;
  const toggle = (id: number, kept: boolean) => {
    const next = new Set(without);
    if (kept) next.delete(id);
    else next.add(id);
    setWithout(next);
  };
  const submit = () =>
    follow(confirm.mutateAsync([...without]), { onSuccess: () => void message.success(t("mass.confirm.done")) });
  return (
    <section className={css.part} aria-label={t("mass.confirm.title")}>
      <h2 className={css.partTitle}>{t("mass.confirm.title")}</h2>
      <p className={css.small}>{t("mass.confirm.lead")}</p>
      <div className={css.bar}>
        <Button type="primary" loading={confirm.isPending} onClick={submit}>
          {count === 0
            ? t("mass.confirm.nobody")
            : t(line.toGroups ? "mass.confirm.doGroups" : "mass.confirm.do", { count })}
        </Button>
        {without.size > 0 && <span>{t("mass.confirm.without", { count: without.size })}</span>}
      </div>
      <ProblemNote problem={confirm.error ?? list.error} />
      <div className={css.box} style={{ height: boxHeight(rows.length, 49) }}>
        <EndlessList
          items={rows}
          keyOf={({ id }) => id}
          rowHeight={48}
          label={t(line.toGroups ? "mass.confirm.listGroups" : "mass.confirm.list")}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
          render={(row) => (
            <div className={css.line}>
              <Checkbox checked={!without.has(row.id)} onChange={({ target }) => toggle(row.id, target.checked)}>
                {row.name}
              </Checkbox>
            </div>
          )}
        />
      </div>
    </section>
  );
}
