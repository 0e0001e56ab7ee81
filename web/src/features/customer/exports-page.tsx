import { DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CustomerExport } from "@/api/customer-types";
import { withQuery } from "@/api/http";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import css from "./customer.module.css";
import { filterWords } from "./export-words";
import { filterText } from "./filter";
import { PageFrame } from "./page-frame";
import { exportsQuery, tagsQuery, useStages } from "./use-customers";

/** Who has taken which customers out of the program, and when. For administrators. */
export function ExportsPage() {
  const { t } = useText();
  const pages = useInfiniteQuery(exportsQuery);
  const found = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title={t("customer.places.exports")}
      lead={t("customer.exports.lead")}
      problem={pages.error}
      pending={pages.isPending}
    >
      <ol className={css.stack} aria-label={t("customer.places.exports")}>
        {found.map((taken) => (
          <li key={taken.id} className={css.card}>
            <Taken taken={taken} />
          </li>
        ))}
      </ol>
      {pages.isSuccess && found.length === 0 && (
        <EmptyState title={t("customer.exports.none")} text={t("customer.exports.noneText")} />
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function Taken({ taken }: { taken: CustomerExport }) {
  const { t, locale } = useText();
  const tags = useQuery(tagsQuery).data;
  const stages = useStages();
  const { by, scope, filter, member, massId, lines, at } = taken;
  const named = new Map(
    [...(tags?.groups.flatMap((group) => group.tags) ?? []), ...(tags?.own ?? [])].map(({ id, name }) => [id, name]),
  );
  const words = filterWords(t, filter, {
    stage: stages.nameOf,
    tag: (id) => named.get(id) ?? "",
    member: member && nameOf(member),
  });
  return (
    <div className={css.rowLine}>
      <Avatar person={by} size={36} />
      <div className={css.grow}>
        <div>
          <strong>{nameOf(by)}</strong>{" "}
          <time className={css.small} dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
        </div>
        <div>
          {massId === null ? (
            t("customer.exports.list", { scope: t(`customer.exports.scopes.${scope}`), count: lines })
          ) : (
            <Link to="/customers/mass/$massId" params={{ massId: String(massId) }}>
              {t("customer.exports.mass", { count: lines })}
            </Link>
          )}
        </div>
        {massId === null && (
          <div className={css.small}>{words.length === 0 ? t("customer.exports.whole") : words.join(" · ")}</div>
        )}
      </div>
      <Again taken={taken} />
    </div>
  );
}

/** The same list as it is now: only where the reader would get the same customers. */
function Again({ taken: { by, scope, filter, massId } }: { taken: CustomerExport }) {
  const { t } = useText();
  const mine = useSession().member.id === by.id;
  if (massId !== null || (scope !== "ALL" && !mine)) return null;
  const href = withQuery(`/api/customer-lists/${scope}/export.xlsx`, { filter: filterText(filter), order: "ACTIVE" });
  return (
    <Button icon={<DownloadOutlined />} href={href} download>
      {t("customer.exports.again")}
    </Button>
  );
}
