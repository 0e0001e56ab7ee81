import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { MomentAudience } from "@/api/moment-types";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./moment.module.css";
import { reachQuery, targetsQuery } from "./use-moments";

const PAUSE_MS = 300;

/** How many will see it, and who. */
export function ReachNote({ audience }: { audience: MomentAudience }) {
  const { t } = useText();
  const asked = useDebounced(audience, PAUSE_MS);
  const { data, error } = useQuery(reachQuery(asked));
  const [open, setOpen] = useState(false);
  const reach = data ?? { members: 0, customers: 0 };
  const text =
    audience.kind === "COMPANY"
      ? t("moment.reach.company", { members: reach.members, count: reach.customers })
      : t("moment.reach.personal", { count: reach.customers });
  return (
    <div className={css.reach}>
      <span className={css.inline}>
        <span role="status">{data ? text : t("moment.loading")}</span>
        {reach.customers > 0 && (
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? "moment.reach.hide" : "moment.reach.show")}
          </Button>
        )}
      </span>
      <ProblemNote problem={error} />
      {open && <Targets audience={asked} />}
    </div>
  );
}

function Targets({ audience }: { audience: MomentAudience }) {
  const { t } = useText();
  const pages = useInfiniteQuery(targetsQuery(audience));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={css.targets}>
      <ul className={css.people} aria-label={t("moment.reach.list")}>
        {lines.map(({ relationId, customer, member }) => (
          <li key={relationId} className={css.person}>
            <span className={css.words}>{customer.name}</span>
            <span className={css.small}>{member.name}</span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </div>
  );
}
