import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { Suspense, useState } from "react";
import type { CustomerPanelProps } from "@/lib/customer-panel";
import { customerTool } from "@/lib/customer-tools";
import { customerWait } from "@/lib/customer-wait";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./customer.module.css";
import { CustomerDetail } from "./customer-detail";
import { ofThreadQuery, repliesQuery } from "./use-customers";

const TABS = ["profile", "replies", "materials", "products"] as const;
type Tab = (typeof TABS)[number];

/** Beside a customer's thread: who he is, and answers at hand. */
export default function ChatPanel({ conversationId, insert }: CustomerPanelProps) {
  const { t } = useText();
  const [tab, setTab] = useState<Tab>("profile");
  const { data, error, isPending } = useQuery(ofThreadQuery(conversationId));
  const Tool = tab === "materials" || tab === "products" ? customerTool(tab) : undefined;
  const Wait = customerWait();
  return (
    <>
      {Wait && (
        <Suspense>
          <Wait conversationId={conversationId} />
        </Suspense>
      )}
      <div className={css.panelTabs} role="tablist">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-current={tab === name ? "page" : undefined}
            className={css.scope}
            onClick={() => setTab(name)}
          >
            {t(`customer.panel.${name}`)}
          </button>
        ))}
      </div>
      {Tool ? (
        <Suspense fallback={<RowSkeletons count={4} label={t("customer.loading")} />}>
          <Tool conversationId={conversationId} insert={insert} />
        </Suspense>
      ) : (
        <div className={css.scroll}>
          {tab === "profile" && (
            <>
              {!data && <ProblemNote problem={error} />}
              {isPending && <RowSkeletons count={5} label={t("customer.loading")} />}
              {data && <CustomerDetail view={data} inChat />}
            </>
          )}
          {tab === "replies" && <Replies insert={insert} />}
        </div>
      )}
    </>
  );
}

function Replies({ insert }: Pick<CustomerPanelProps, "insert">) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(repliesQuery);
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = (data ?? []).filter((reply) => `${reply.title}\n${reply.text}`.toLowerCase().includes(wanted));
  return (
    <div className={css.part}>
      <Input
        allowClear
        aria-label={t("customer.replies.search")}
        placeholder={t("customer.replies.search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons count={3} label={t("customer.loading")} />}
      <ul className={css.stack}>
        {found.map((reply) => (
          <li key={reply.id}>
            <button type="button" className={css.segment} onClick={() => insert(reply.text)}>
              <span className={css.segmentName}>
                <strong>{reply.title}</strong>
                <br />
                <span className={css.quiet}>{reply.text}</span>
              </span>
            </button>
          </li>
        ))}
        {data && found.length === 0 && <li className={css.quiet}>{t("customer.replies.nothing")}</li>}
      </ul>
    </div>
  );
}
