import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { ContactWay } from "@/api/way-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { QrPicture } from "@/ui/qr-picture";
import { PageFrame } from "./page-frame";
import { WAY_TABS, type WayTab } from "./tabs";
import { useCodeWords } from "./use-code-words";
import { useWaysLive, wayQuery } from "./use-ways";
import css from "./way.module.css";
import { WayForm } from "./way-form";
import { WayStatisticsPart } from "./way-statistics";

/** A code that is to be made. */
export function NewWayPage() {
  const { t } = useText();
  return (
    <PageFrame deep title={t("way.codes.new")} lead={t("way.codes.lead")}>
      <WayForm way={null} />
    </PageFrame>
  );
}

/** One code: what it does, and what it has brought. */
export function WayPage({ id, tab }: { id: number; tab: WayTab }) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(wayQuery(id));
  useWaysLive();
  return (
    <PageFrame deep title={data?.title ?? t("way.codes.one")} problem={error} pending={isPending}>
      {data && <Parts way={data} tab={tab} />}
    </PageFrame>
  );
}

function Parts({ way, tab }: { way: ContactWay; tab: WayTab }) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const words = useCodeWords(way.title);
  const { id, endsAt, over } = way;
  const parts = {
    settings: (
      <>
        <section className={css.card} aria-label={t("way.code.title")}>
          <QrPicture picture={`/api/contact-ways/${id}/qr`} path={way.path} name={way.title} words={words} />
          {endsAt !== null && (
            <p className={over ? css.warning : css.small}>
              {t(over ? "way.life.ended" : "way.life.ends", { date: dayAndClock(endsAt, locale) })}
            </p>
          )}
        </section>
        <WayForm way={way} />
      </>
    ),
    statistics: <WayStatisticsPart id={id} />,
  };
  return (
    <Tabs
      activeKey={tab}
      destroyOnHidden
      onChange={(key) =>
        void navigate({
          to: "/customers/ways/$wayId",
          params: { wayId: String(id) },
          search: { tab: key === "settings" ? undefined : (key as WayTab) },
        })
      }
      items={WAY_TABS.map((key) => ({ key, label: t(`way.tabs.${key}`), children: parts[key] }))}
    />
  );
}
