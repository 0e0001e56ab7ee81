import { MoreOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import type { ApprovalRun } from "@/api/approval-types";
import type { FormValues } from "@/api/form-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { useHotkeys } from "@/lib/hotkeys";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import css from "@/ui/records.module.css";
import { ActDialog } from "./act-dialog";
import { type ActName, mainActs, moreActs } from "./actions";
import { DecideDialog } from "./decide-dialog";
import { useRefresh } from "./use-approvals";

const ShareDialog = lazy(() => import("@/ui/share-dialog").then((module) => ({ default: module.ShareDialog })));

const DECISIONS = { agree: "AGREE", refuse: "REFUSE", done: "HANDLE" } as const;
const NONE = { agree: null, refuse: null, done: null };

/** What the reader may do now. Opens a dialog for whatever needs a word, a person or a thought. */
export function ActionBar({ run, changes }: { run: ApprovalRun; changes: FormValues }) {
  const { t } = useText();
  const navigate = useNavigate();
  const me = useSession().member.id;
  const [open, setOpen] = useState<ActName | null>(null);
  const urge = useUrge(run.head.id);
  const main = mainActs(run);
  const id = run.head.id;
  const approvalId = String(id);
  const start = (act: ActName) => {
    if (act === "print") window.open(`/approvals/${id}/print`, "_blank", "noopener");
    else if (act === "urge") void urge();
    else if (act === "resubmit") void navigate({ to: "/approvals/$approvalId/edit", params: { approvalId } });
    else if (act === "copy" || act === "undo") {
      const search = act === "copy" ? { copy: id } : { undoes: id };
      void navigate({
        to: "/approvals/new/$templateId",
        params: { templateId: String(run.head.templateId) },
        search,
      });
    } else setOpen(act);
  };
  const offered = (act: "agree" | "done" | "refuse") => () => {
    if (open === null && main.includes(act)) start(act);
  };
  useHotkeys({ a: main.includes("done") ? offered("done") : offered("agree"), r: offered("refuse") });
  const verdict = open === "agree" || open === "refuse" || open === "done" ? open : null;
  const close = () => setOpen(null);
  return (
    <footer className={css.acts}>
      <Dropdown
        trigger={["click"]}
        placement="topLeft"
        menu={{
          items: moreActs(run, me).map((act) => ({ key: act, label: t(`approval.acts.${act}`) })),
          onClick: ({ key }) => start(key as ActName),
        }}
      >
        <Button icon={<MoreOutlined />}>{t("approval.more")}</Button>
      </Dropdown>
      <span className={css.grow} />
      {main.map((act) => (
        <Button
          key={act}
          type={act === "refuse" ? "default" : "primary"}
          danger={act === "refuse"}
          onClick={() => start(act)}
        >
          {t(`approval.acts.${act}`)}
        </Button>
      ))}
      {verdict && <DecideDialog run={run} verdict={DECISIONS[verdict]} changes={changes} onClose={close} />}
      {open !== null && open !== "share" && !(open in NONE) && <ActDialog run={run} act={open} onClose={close} />}
      <Suspense>
        {open === "share" && (
          <ShareDialog
            onShare={(conversationId) => api.post(`/api/approvals/${id}/shares`, { conversationId })}
            onClose={close}
          />
        )}
      </Suspense>
    </footer>
  );
}

function useUrge(id: number) {
  const { t } = useText();
  const { message } = App.useApp();
  const refresh = useRefresh();
  return async () => {
    try {
      const { people } = await api.post<{ dingId: number; people: number }>(`/api/approvals/${id}/urges`);
      void message.success(t("approval.urged", { count: people }));
    } catch (problem) {
      void message.error(problemText(t, problem));
    }
    void refresh();
  };
}
