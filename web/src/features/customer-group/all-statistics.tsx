import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import type { CustomerGroupScope } from "@/api/customer-group-types";
import { useText } from "@/lib/i18n";
import css from "./group.module.css";
import { StatisticsView } from "./statistics-view";
import { scopesQuery } from "./use-groups";

/** All groups of oneself, of one's people or of the company. */
export function AllStatistics() {
  const { t } = useText();
  const scopes = useQuery(scopesQuery).data ?? ["MINE"];
  const [scope, setScope] = useState<CustomerGroupScope>("MINE");
  return (
    <>
      {scopes.length > 1 && (
        <div className={css.bar}>
          <Segmented<CustomerGroupScope>
            aria-label={t("customerGroup.scopes.label")}
            value={scope}
            onChange={setScope}
            options={scopes.map((value) => ({ value, label: t(`customerGroup.scopes.${value}`) }))}
          />
        </div>
      )}
      <StatisticsView place={scope} />
    </>
  );
}
