import { DeleteOutlined, DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import type { PrivacyErasure, PrivacyExport } from "@/api/privacy-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./privacy.module.css";
import { ERASURE_TONES, EXPORT_TONES } from "./tones";
import { erasuresQuery, exportsQuery, useCancelErasure, useOpenExport } from "./use-privacy";

/** What customers, or administrators for them, asked for. */
export function RequestsPart() {
  return (
    <>
      <Erasures />
      <Exports />
    </>
  );
}

function Erasures() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const pages = useInfiniteQuery(erasuresQuery(open));
  const { data, error, isPending } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("privacy.requests.erasures")}>
      <div className={css.head}>
        <h2 className={css.title}>{t("privacy.requests.erasures")}</h2>
        <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>
          {t("privacy.requests.open")}
        </Checkbox>
      </div>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("privacy.loading")} />}
      {data && items.length === 0 && (
        <EmptyState
          icon={<DeleteOutlined />}
          title={t("privacy.requests.none")}
          text={t("privacy.requests.noneText")}
        />
      )}
      <ul className={css.rows}>
        {items.map((each) => (
          <ErasureRow key={each.id} erasure={each} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function ErasureRow({ erasure }: { erasure: PrivacyErasure }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const cancel = useCancelErasure();
  const { state, origin, by, askedAt, dueAt, endedAt, done, parts } = erasure;
  const name = erasure.customer?.name || t("privacy.requests.erased");
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.small}>
          {t(`privacy.requests.by.${origin}`, { name: by?.name ?? "" })} ·{" "}
          {t("privacy.requests.asked", { date: dayAndClock(askedAt, locale) })} ·{" "}
          {endedAt
            ? t("privacy.requests.ended", { date: dayAndClock(endedAt, locale) })
            : t("privacy.requests.due", { date: dayAndClock(dueAt, locale) })}
          {state === "RUNNING" && ` · ${t("privacy.requests.progress", { done, parts })}`}
        </span>
        <ProblemNote problem={cancel.error} />
      </span>
      <StateTag tone={ERASURE_TONES[state]}>{t(`privacy.erasure.${state}`)}</StateTag>
      {state === "WAITING" && (
        <Button
          loading={cancel.isPending}
          aria-label={t("privacy.requests.cancelOf", { name })}
          onClick={() =>
            follow(cancel.mutateAsync(erasure.id), {
              onSuccess: () => void message.success(t("privacy.requests.cancelled")),
            })
          }
        >
          {t("privacy.requests.cancel")}
        </Button>
      )}
    </li>
  );
}

function Exports() {
  const { t } = useText();
  const pages = useInfiniteQuery(exportsQuery);
  const { data, error, isPending } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("privacy.requests.exports")}>
      <div className={css.head}>
        <h2 className={css.title}>{t("privacy.requests.exports")}</h2>
      </div>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("privacy.loading")} />}
      {data && items.length === 0 && (
        <EmptyState
          icon={<DownloadOutlined />}
          title={t("privacy.requests.noExports")}
          text={t("privacy.requests.noExportsText")}
        />
      )}
      <ul className={css.rows}>
        {items.map((each) => (
          <ExportRow key={each.id} made={each} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function ExportRow({ made }: { made: PrivacyExport }) {
  const { t, locale } = useText();
  const open = useOpenExport();
  const { state, by, askedAt, goneAt, done, parts, mine } = made;
  const name = made.customer?.name || t("privacy.requests.erased");
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.small}>
          {t(by ? "privacy.requests.by.ADMINISTRATOR" : "privacy.requests.by.CUSTOMER", { name: by?.name ?? "" })} ·{" "}
          {t("privacy.requests.asked", { date: dayAndClock(askedAt, locale) })}
          {goneAt && ` · ${t("privacy.requests.until", { date: dayAndClock(goneAt, locale) })}`}
          {state === "RUNNING" && ` · ${t("privacy.requests.progress", { done, parts })}`}
          {state === "READY" && !mine && ` · ${t("privacy.requests.ownOnly")}`}
        </span>
        <ProblemNote problem={open.error} />
      </span>
      <StateTag tone={EXPORT_TONES[state]}>{t(`privacy.export.${state}`)}</StateTag>
      {state === "READY" && mine && (
        <Button
          icon={<DownloadOutlined />}
          loading={open.isPending}
          aria-label={t("privacy.requests.downloadOf", { name })}
          onClick={() => follow(open.mutateAsync(made.id), { onSuccess: ({ url }) => window.location.assign(url) })}
        >
          {t("privacy.requests.download")}
        </Button>
      )}
    </li>
  );
}
