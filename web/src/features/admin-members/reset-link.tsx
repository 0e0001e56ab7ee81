import { Button } from "antd";
import { QRCodeSVG } from "qrcode.react";
import type { Member } from "@/api/types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { CopyButton } from "@/ui/copy-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./members-page.module.css";
import { useResetLink } from "./use-members";

/** A one-time link the administrator hands to the person: they choose a password themselves. */
export function ResetLink({ member }: { member: Member }) {
  const { t, locale } = useText();
  const create = useResetLink(member.id);
  const link = create.data && `${window.location.origin}${create.data.path}`;
  return (
    <section className={css.part} aria-labelledby="member-link">
      <h2 className={css.partTitle} id="member-link">
        {t("admin.member.link")}
      </h2>
      <p className={css.quiet}>{t("admin.member.linkHelp")}</p>
      <ProblemNote problem={create.error} />
      {create.data && link ? (
        <div className={css.link}>
          <span className={css.qr}>
            <QRCodeSVG value={link} size={112} role="img" aria-label={t("admin.member.linkQr")} />
          </span>
          <span className={css.linkText}>
            <span>
              {t("admin.member.linkReady", { name: member.name, time: dayAndClock(create.data.expiresAt, locale) })}
            </span>
            <span className={css.linkAddress}>{link}</span>
            <CopyButton text={link} label={t("admin.member.copyLink")} />
          </span>
        </div>
      ) : (
        <Button loading={create.isPending} onClick={() => create.mutate()}>
          {t("admin.member.linkCreate")}
        </Button>
      )}
    </section>
  );
}
