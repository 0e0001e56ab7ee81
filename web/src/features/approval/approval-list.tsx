import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Fragment, useDeferredValue, useState } from "react";
import type { ApprovalBox } from "@/api/approval-types";
import { foreignSummaryQuery } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import { Count } from "@/ui/count";
import css from "@/ui/records.module.css";
import { ApprovalRows } from "./approval-rows";
import { countsQuery } from "./approval-summary";
import { BOXES } from "./boxes";
import { FilterChips } from "./filter-chips";
import { ListMenu } from "./list-menu";
import { NO_FILTER, useManagesData } from "./use-approvals";

export function ApprovalList({ box, openId }: { box: ApprovalBox; openId: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const manages = useManagesData();
  const counts = useQuery(countsQuery).data;
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = { ...filter, q: useDeferredValue(filter.q) };
  const numbers: Partial<Record<ApprovalBox, number>> = {
    TODO: counts?.todo,
    SENT: counts?.returned,
    TOLD: counts?.toldUnread,
  };
  return (
    <section className={css.list} aria-label={t("approval.title")}>
      <header className={css.listHead}>
        <h1 className={css.heading}>{t("approval.title")}</h1>
        <ListMenu manages={manages} filter={shown} box={box} />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate({ to: "/approvals/new" })}>
          {t("approval.new")}
        </Button>
      </header>
      <nav className={css.boxes} aria-label={t("approval.boxes.label")}>
        {BOXES.filter((each) => each !== "ALL" || manages).map((each) => (
          <Fragment key={each}>
            <Link
              to="/approvals"
              search={{ box: each }}
              className={css.box}
              aria-current={each === box ? "page" : undefined}
            >
              {t(`approval.boxes.${each}`)}
              <Count value={numbers[each] ?? 0} />
            </Link>
            {each === "TODO" && <ForeignTab />}
          </Fragment>
        ))}
      </nav>
      <FilterChips box={box} filter={filter} onChange={setFilter} />
      <ApprovalRows box={box} filter={shown} openId={openId} />
    </section>
  );
}

/** To what other systems ask for, once one of them has asked for anything. */
function ForeignTab() {
  const { t } = useText();
  const summary = useQuery(foreignSummaryQuery).data;
  if (!summary?.systems.length) return null;
  return (
    <Link to="/approvals/tasks" className={css.box}>
      {t("approval.boxes.foreign")}
      <Count value={summary.open} />
    </Link>
  );
}
