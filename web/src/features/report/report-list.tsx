import { BarChartOutlined, EditOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useDeferredValue, useState } from "react";
import type { ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { Count } from "@/ui/count";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/records.module.css";
import { BOXES } from "./boxes";
import { FilterChips } from "./filter-chips";
import { ReportRows } from "./report-rows";
import { countsQuery } from "./report-summary";
import { NO_FILTER, useOversees } from "./use-reports";

export function ReportList({ box, openId }: { box: ReportBox; openId: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const oversees = useOversees();
  const counts = useQuery(countsQuery).data;
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = { ...filter, q: useDeferredValue(filter.q) };
  const unread = box === "RECEIVED" || counts === undefined ? 0 : counts.unread;
  const missing = counts?.missing ?? 0;
  return (
    <section className={css.list} aria-label={t("report.title")}>
      <header className={css.listHead}>
        <h1 className={css.heading}>{t("report.title")}</h1>
        {oversees && (
          <IconButton
            icon={<BarChartOutlined />}
            label={t("report.overview.title")}
            onClick={() => void navigate({ to: "/reports/overview" })}
          />
        )}
        <Button type="primary" icon={<EditOutlined />} onClick={() => void navigate({ to: "/reports/new" })}>
          {missing > 0 ? t("report.newOwed", { count: missing }) : t("report.new")}
        </Button>
      </header>
      <nav className={css.boxes} aria-label={t("report.boxes.label")}>
        {BOXES.filter((each) => each !== "ALL" || oversees).map((each) => (
          <Link
            key={each}
            to="/reports"
            search={{ box: each }}
            className={css.box}
            aria-current={each === box ? "page" : undefined}
          >
            {t(`report.boxes.${each}`)}
            {each === "RECEIVED" && <Count value={unread} />}
          </Link>
        ))}
      </nav>
      <FilterChips box={box} filter={filter} unread={counts?.unread ?? 0} onChange={setFilter} />
      <ReportRows box={box} filter={shown} openId={openId} />
    </section>
  );
}
