import { DeleteOutlined, PlusOutlined, QrcodeOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { nameOf } from "@/api/people";
import type { ContactWay } from "@/api/way-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { QrPicture } from "@/ui/qr-picture";
import { StateTag } from "@/ui/state-tag";
import { PageFrame } from "./page-frame";
import { useCodeWords } from "./use-code-words";
import { useDeleteWay, useWaysLive, waysQuery } from "./use-ways";
import { WaitsStrip } from "./waits-strip";
import css from "./way.module.css";

const NAMES_SHOWN = 5;

/** Codes with one or several people behind them. */
export function WaysPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const pages = useInfiniteQuery(waysQuery);
  useWaysLive();
  const ways = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate({ to: "/customers/ways/new" })}>
      {t("way.codes.new")}
    </Button>
  );
  return (
    <PageFrame
      title={t("way.codes.heading")}
      lead={t("way.codes.lead")}
      actions={create}
      problem={pages.error}
      pending={pages.isPending}
    >
      <WaitsStrip />
      {ways.map((way) => (
        <Way key={way.id} way={way} />
      ))}
      {pages.isSuccess && ways.length === 0 && (
        <EmptyState
          icon={<QrcodeOutlined />}
          title={t("way.codes.empty")}
          text={t("way.codes.emptyText")}
          action={create}
        />
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function Way({ way }: { way: ContactWay }) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const words = useCodeWords(way.title);
  const remove = useDeleteWay();
  const names = useNamesOf(way);
  const ask = () =>
    modal.confirm({
      title: t("way.codes.removeTitle", { name: way.title }),
      content: t("way.codes.removeText"),
      okText: t("way.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(way.id).catch(() => undefined), // shown in the page
    });
  const params = { wayId: String(way.id) };
  return (
    <section className={css.card} aria-label={way.title}>
      <div className={css.line}>
        <h2 className={`${css.title} ${css.grow}`}>{way.title}</h2>
        {way.over && <StateTag tone="quiet">{t("way.codes.over")}</StateTag>}
        {!way.over && way.endsAt !== null && (
          <StateTag tone="busy">{t("way.life.ends", { date: dayAndClock(way.endsAt, locale) })}</StateTag>
        )}
        {way.mayChange && (
          <IconButton
            size="small"
            icon={<DeleteOutlined />}
            label={t("way.codes.remove", { name: way.title })}
            onClick={ask}
          />
        )}
      </div>
      <p className={css.small}>
        {t("way.codes.facts", { count: way.customers, names })}
        {way.remark !== "" && ` · ${way.remark}`}
      </p>
      <QrPicture picture={`/api/contact-ways/${way.id}/qr`} path={way.path} name={way.title} words={words} />
      <div className={css.bar}>
        {way.mayChange && (
          <Link to="/customers/ways/$wayId" params={params} aria-label={t("way.codes.edit", { name: way.title })}>
            {t("way.tabs.settings")}
          </Link>
        )}
        <Link
          to="/customers/ways/$wayId"
          params={params}
          search={{ tab: "statistics" }}
          aria-label={t("way.codes.numbersOf", { name: way.title })}
        >
          {t("way.tabs.statistics")}
        </Link>
      </div>
      <ProblemNote problem={remove.error} />
    </section>
  );
}

function useNamesOf({ people }: ContactWay): string {
  const { t } = useText();
  const names = people.slice(0, NAMES_SHOWN).map(nameOf).join(t("way.comma"));
  return people.length > NAMES_SHOWN ? t("way.codes.andMore", { names, count: people.length }) : names;
}
