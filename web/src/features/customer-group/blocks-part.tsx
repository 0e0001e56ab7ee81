import { StopOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./group.module.css";
import { blocksQuery, useChange } from "./use-groups";

/** Customers who come into no group of the company. */
export function BlocksPart() {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const pages = useInfiniteQuery(blocksQuery);
  const blocks = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unblock = useChange((customer: number) => api.delete(`/api/customer-group-blocks/${customer}`));
  return (
    <section aria-label={t("customerGroup.tabs.blocks")}>
      <p className={css.lead}>{t("customerGroup.blocks.lead")}</p>
      <ProblemNote problem={pages.error ?? unblock.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && blocks.length === 0 && (
        <EmptyState
          icon={<StopOutlined />}
          title={t("customerGroup.blocks.empty")}
          text={t("customerGroup.blocks.emptyText")}
        />
      )}
      <ul className={css.rows}>
        {blocks.map(({ customer, by, reason, at }) => (
          <li key={customer.id} className={css.card} data-line>
            <Avatar person={customer} size={36} />
            <span className={css.words}>
              <span className={css.name}>{customer.name}</span>
              <span className={css.small}>
                {[by ? nameOf(by) : t("customerGroup.byRule"), reason, dayAndClock(at, locale)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <Button
              aria-label={t("customerGroup.blocks.undoName", { name: customer.name })}
              loading={unblock.isPending && unblock.variables === customer.id}
              onClick={() =>
                follow(unblock.mutateAsync(customer.id), {
                  onSuccess: () => void message.success(t("customerGroup.blocks.undone", { name: customer.name })),
                })
              }
            >
              {t("customerGroup.blocks.undo")}
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}
