import { useInfiniteQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import type { FieldValue } from "@/api/form-types";
import type { Report } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { plainText } from "@/ui/forms/plain-text";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./report.module.css";
import { versionsQuery } from "./use-reports";

/** What changed since it was sent, newest first. */
export function VersionsDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(versionsQuery(report.head.id));
  const versions = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const fields = new Map(report.form.fields.map((field) => [field.key, field]));
  const said = (key: string, value: FieldValue | null) => {
    const field = fields.get(key);
    return (field && value !== null && plainText(t, field, value)) || t("report.versions.nothing");
  };
  return (
    <Modal open footer={null} width={640} title={t("report.acts.versions")} onCancel={onClose}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={3} label={t("report.loading")} />}
      <ol className={css.versions}>
        {versions.map(({ number, at, changes }) => (
          <li key={number}>
            <p className={css.versionHead}>
              <strong>{t("report.versions.number", { number })}</strong>
              <time dateTime={at} title={absolute(at)}>
                {dayAndClock(at, locale)}
              </time>
            </p>
            {changes.length === 0 && <p className={css.quiet}>{t("report.versions.first")}</p>}
            <dl className={css.changes}>
              {changes.map(({ key, before, after }) => (
                <div key={key}>
                  <dt>{fields.get(key)?.label ?? key}</dt>
                  <dd>
                    <del>{said(key, before)}</del>
                    <ins>{said(key, after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Modal>
  );
}
