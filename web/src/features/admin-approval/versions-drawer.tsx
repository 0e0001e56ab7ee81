import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Tabs } from "antd";
import { useState } from "react";
import type { TemplateContent, TemplateVersion } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { absolute, dayAndClock } from "@/lib/times";
import { FormPreview } from "@/ui/forms/designer/form-preview";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "@/ui/template-editor.module.css";
import { RouteOutline } from "./route-outline";
import { versionQuery, versionsQuery } from "./use-templates";

interface Props {
  id: number;
  /** The version that applications use now. */
  current: number | null;
  onUse: (content: TemplateContent, number: number) => void;
  onClose: () => void;
}

/** What was published before: to be looked at, and to begin with again. */
export function VersionsDrawer({ id, current, onUse, onClose }: Props) {
  const { t } = useText();
  const phone = usePhone();
  const [shown, setShown] = useState<number | null>(null);
  return (
    <Drawer
      open
      size={phone ? "100%" : 480}
      title={shown === null ? t("approvalDesign.versions.title") : t("approvalDesign.versions.one", { number: shown })}
      extra={
        shown !== null && (
          <Button size="small" onClick={() => setShown(null)}>
            {t("approvalDesign.versions.all")}
          </Button>
        )
      }
      onClose={onClose}
    >
      {shown === null ? (
        <VersionList id={id} current={current} onShow={setShown} />
      ) : (
        <VersionLook id={id} number={shown} onUse={(content) => onUse(content, shown)} />
      )}
    </Drawer>
  );
}

function VersionList({ id, current, onShow }: Pick<Props, "id" | "current"> & { onShow: (number: number) => void }) {
  const { t } = useText();
  const versions = useInfiniteQuery(versionsQuery(id));
  const all = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className={css.quiet}>{t("approvalDesign.versions.lead")}</p>
      <ProblemNote problem={versions.error} />
      {versions.isPending && <RowSkeletons label={t("form.loading")} />}
      <ul className={css.versions}>
        {all.map((version) => (
          <VersionLine
            key={version.number}
            version={version}
            current={version.number === current}
            onShow={() => onShow(version.number)}
          />
        ))}
      </ul>
      {versions.hasNextPage && (
        <Button loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
          {t("approvalDesign.versions.more")}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  version: TemplateVersion;
  current: boolean;
  onShow: () => void;
}

function VersionLine({ version: { number, publishedBy, publishedAt }, current, onShow }: LineProps) {
  const { t, locale } = useText();
  return (
    <li>
      <button type="button" className={css.version} onClick={onShow}>
        <span className={css.words}>
          <span>{t("approvalDesign.versions.one", { number })}</span>
          <span className={css.quiet} title={absolute(publishedAt)}>
            {t("approvalDesign.versions.by", {
              who: publishedBy?.name ?? t("approvalDesign.versions.shipped"),
              when: dayAndClock(publishedAt, locale),
            })}
          </span>
        </span>
        {current && (
          <span className={css.mark} data-tone="success">
            {t("approvalDesign.versions.current")}
          </span>
        )}
      </button>
    </li>
  );
}

interface LookProps {
  id: number;
  number: number;
  onUse: (content: TemplateContent) => void;
}

function VersionLook({ id, number, onUse }: LookProps) {
  const { t } = useText();
  const version = useQuery(versionQuery(id, number));
  if (version.error) return <ProblemNote problem={version.error} />;
  const content = version.data?.content;
  if (!content) return <RowSkeletons label={t("form.loading")} />;
  return (
    <>
      <div className={css.use}>
        <Button type="primary" onClick={() => onUse(content)}>
          {t("approvalDesign.versions.use")}
        </Button>
        <p className={css.quiet}>{t("approvalDesign.versions.useHelp")}</p>
      </div>
      <Tabs
        items={[
          {
            key: "form",
            label: t("approvalDesign.versions.form"),
            children: <FormPreview form={content.form} title={content.name} />,
          },
          {
            key: "route",
            label: t("approvalDesign.versions.route"),
            children: <RouteOutline route={content.route} fields={content.form.fields} />,
          },
        ]}
      />
    </>
  );
}
