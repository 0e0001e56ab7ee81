import { EditOutlined, MoreOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import type { Report, ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { IconButton } from "@/ui/icon-button";
import { useWithdraw } from "./use-reports";
import { VersionsDialog } from "./versions-dialog";

const ShareDialog = lazy(() => import("@/ui/share-dialog").then((module) => ({ default: module.ShareDialog })));

/** What may be done with a report: edit it at once, the rest in a menu. */
export function DetailMenu({ report, box }: { report: Report; box: ReportBox }) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const { id, version } = report.head;
  const withdraw = useWithdraw(id);
  const [open, setOpen] = useState<"share" | "versions" | null>(null);
  const askWithdraw = () =>
    modal.confirm({
      title: t("report.withdraw.title"),
      content: t("report.withdraw.text"),
      okText: t("report.acts.withdraw"),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () =>
        withdraw.mutateAsync().then(
          () => {
            void message.success(t("report.withdraw.done"));
            void navigate({ to: "/reports", search: { box } });
          },
          (problem: unknown) => void message.error(problemText(t, problem)),
        ),
    });
  const items = [
    ...(report.head.withdrawn ? [] : [{ key: "share", label: t("report.acts.share") }]),
    ...(version > 1 ? [{ key: "versions", label: t("report.acts.versions") }] : []),
    ...(report.mayWithdraw ? [{ key: "withdraw", label: t("report.acts.withdraw"), danger: true }] : []),
  ];
  const act = (key: string) => {
    if (key === "withdraw") askWithdraw();
    else setOpen(key === "share" ? "share" : "versions");
  };
  return (
    <>
      {report.mayEdit && (
        <Button
          icon={<EditOutlined />}
          onClick={() => void navigate({ to: "/reports/$reportId/edit", params: { reportId: String(id) } })}
        >
          {t("report.acts.edit")}
        </Button>
      )}
      {items.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
          <IconButton icon={<MoreOutlined />} label={t("report.more")} />
        </Dropdown>
      )}
      {open === "share" && (
        <Suspense>
          <ShareDialog
            onShare={(conversationId) => api.post(`/api/reports/${id}/shares`, { conversationId })}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
      {open === "versions" && <VersionsDialog report={report} onClose={() => setOpen(null)} />}
    </>
  );
}
