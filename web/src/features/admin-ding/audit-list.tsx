import { useInfiniteQuery } from "@tanstack/react-query";
import { type Translate, useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { changesOf } from "./audit-changes";
import css from "./ding-page.module.css";
import { listHeight } from "./list-height";
import { type AuditEntry, auditQuery, type Way } from "./use-ding";

/** Who did what with DINGs and their rules. Nothing is ever taken out. */
export function AuditList() {
  const { t } = useText();
  const query = useInfiniteQuery(auditQuery);
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className={css.lead}>{t("dingAdmin.auditHelp")}</p>
      <ProblemNote problem={query.error} />
      {query.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <div className={css.listCard} style={{ height: listHeight(entries.length) }}>
          <EndlessList
            items={entries}
            keyOf={({ id }) => id}
            rowHeight={60}
            label={t("dingAdmin.tab.audit")}
            hasMore={query.hasNextPage}
            loadingMore={query.isFetchingNextPage}
            onEnd={() => void query.fetchNextPage()}
            empty={query.isSuccess && <EmptyState title={t("dingAdmin.noAudit")} text={t("dingAdmin.noAuditText")} />}
            render={(entry) => <Entry entry={entry} />}
          />
        </div>
      )}
    </>
  );
}

function actText(t: Translate, { kind, detail }: AuditEntry): string {
  if (kind !== "CHANNEL") return t(`dingAdmin.audit.${kind}`);
  const act = detail.before === undefined ? "added" : detail.after === undefined ? "removed" : "changed";
  return t(`dingAdmin.auditChannel.${act}`, { way: t(`dingAdmin.way.${detail.channel as Way}`) });
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t, locale } = useText();
  const { at, actor, dingId, detail } = entry;
  const facts = [
    dingId !== null && `DING ${dingId}`,
    typeof detail.recipients === "number" && t("dingAdmin.auditPeople", { count: detail.recipients }),
    typeof detail.reason === "string" && detail.reason,
    ...changesOf(t, entry),
  ].filter(Boolean);
  return (
    <div className={css.person}>
      {actor ? <Avatar person={actor} size={32} /> : <span className={css.noAvatar} aria-hidden="true" />}
      <span className={css.lines}>
        <span>
          <b className={css.actor}>{actor?.name ?? t("dingAdmin.somebody")}</b> {actText(t, entry)}
        </span>
        {facts.length > 0 && (
          <span className={css.facts} title={facts.join("\n")}>
            {facts.join(" · ")}
          </span>
        )}
      </span>
      <time className={css.when} dateTime={at} title={absolute(at)}>
        {dayAndClock(at, locale)}
      </time>
    </div>
  );
}
