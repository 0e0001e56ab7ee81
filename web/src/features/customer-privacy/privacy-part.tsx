import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { CustomerPrivacy } from "@/api/privacy-types";
import type { CustomerPrivacyProps } from "@/lib/customer-privacy";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./privacy.module.css";
import { customerPrivacyQuery, useErase, useExport, useOpenExport, usePrivacyLive } from "./use-privacy";

/** For a customer's profile: what he agreed to and asked for; administrators act for him here. */
export default function PrivacyPart({ customer }: CustomerPrivacyProps) {
  const { t } = useText();
  const { data, error } = useQuery(customerPrivacyQuery(customer.id));
  usePrivacyLive();
  return (
    <section className={css.profile} aria-label={t("privacy.part.title")}>
      <h3 className={css.title}>{t("privacy.part.title")}</h3>
      <ProblemNote problem={error} />
      {data && <Consents privacy={data} />}
      {data && <Erasing privacy={data} customer={customer} />}
      {data?.mayAct && data.erasure?.state !== "DONE" && <Copy privacy={data} customer={customer} />}
    </section>
  );
}

function Consents({ privacy }: { privacy: CustomerPrivacy }) {
  const { t, locale } = useText();
  const { agreed, noticeVersion: current, consents } = privacy;
  const last = consents[0];
  const said =
    agreed !== null
      ? t(agreed < current ? "privacy.part.old" : "privacy.part.agreed", { version: agreed, current })
      : t(last && !last.given ? "privacy.part.withdrawn" : "privacy.part.none");
  return (
    <>
      <p>{said}</p>
      {consents.length > 0 && (
        <ul aria-label={t("privacy.part.history")}>
          {consents.map(({ version, given, at }) => (
            <li key={at + version} className={css.small}>
              {dayAndClock(at, locale)} · {t(given ? "privacy.part.given" : "privacy.part.taken", { version })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Erasing({ privacy, customer }: { privacy: CustomerPrivacy } & CustomerPrivacyProps) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const erase = useErase();
  const { erasure, mayAct } = privacy;
  if (erasure) {
    const words = { WAITING: "waiting", RUNNING: "running", DONE: "erased", CANCELLED: "erased" } as const;
    return (
      <p role="status">{t(`privacy.part.${words[erasure.state]}`, { date: dayAndClock(erasure.dueAt, locale) })}</p>
    );
  }
  if (!mayAct) return null;
  return (
    <>
      <ProblemNote problem={erase.error} />
      <Button
        danger
        loading={erase.isPending}
        onClick={() =>
          modal.confirm({
            title: t("privacy.part.eraseTitle", { name: customer.name }),
            content: t("privacy.part.eraseText"),
            okText: t("privacy.part.eraseOk"),
            okButtonProps: { danger: true },
            cancelText: t("privacy.cancel"),
            onOk: () => follow(erase.mutateAsync(customer.id), {}),
          })
        }
      >
        {t("privacy.part.erase")}
      </Button>{" "}
    </>
  );
}

function Copy({ privacy, customer }: { privacy: CustomerPrivacy } & CustomerPrivacyProps) {
  const { t, locale } = useText();
  const make = useExport();
  const open = useOpenExport();
  const mine = privacy.exports.find((each) => each.mine);
  if (mine?.state === "WAITING" || mine?.state === "RUNNING") {
    return (
      <p role="status">
        {t("privacy.part.exporting")} {mine.parts > 0 && `${mine.done}/${mine.parts}`}
      </p>
    );
  }
  return (
    <>
      <ProblemNote problem={make.error ?? open.error} />
      {mine?.state === "FAILED" && <p role="status">{t("privacy.part.failed")}</p>}
      {mine?.state === "READY" && (
        <>
          <p role="status" className={css.small}>
            {t("privacy.part.ready", { date: mine.goneAt ? dayAndClock(mine.goneAt, locale) : "" })}
          </p>
          <Button
            onClick={() => follow(open.mutateAsync(mine.id), { onSuccess: ({ url }) => window.location.assign(url) })}
          >
            {t("privacy.part.download")}
          </Button>{" "}
        </>
      )}
      <Button loading={make.isPending} onClick={() => follow(make.mutateAsync(customer.id), {})}>
        {t("privacy.part.export")}
      </Button>
    </>
  );
}
