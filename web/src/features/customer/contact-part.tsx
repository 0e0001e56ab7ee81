import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import type { CustomerMerge, CustomerView } from "@/api/customer-types";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { mergesQuery, useBlock, useEndRelation, useResumeRelation, useUnblock, useUndoMerge } from "./use-customers";

const REASON_MOST = 200;

/** The contact itself: ended and taken up again, shut out and let in, joined and taken apart. */
export function ContactPart({ view }: { view: CustomerView }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const { member } = useSession();
  const { customer, mine, mayUnblock } = view;
  const closed = mine === null ? view.relations.find((each) => each.member.id === member.id && !each.open) : undefined;
  const end = useEndRelation();
  const resume = useResumeRelation();
  const unblock = useUnblock(customer.id);
  const [blocking, setBlocking] = useState(false);
  const askEnd = (relation: number) =>
    modal.confirm({
      title: t("customer.contact.endTitle", { name: customer.name }),
      content: t("customer.contact.endText"),
      okText: t("customer.contact.end"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => end.mutateAsync(relation).catch(() => undefined), // shown in the part
    });
  return (
    <section className={css.part} aria-label={t("customer.contact.title")}>
      <h3 className={css.partTitle}>{t("customer.contact.title")}</h3>
      <Merges customer={customer.id} />
      <ProblemNote problem={end.error ?? resume.error ?? unblock.error} />
      <div className={css.inline}>
        {mine && !customer.blocked && (
          <Button loading={end.isPending} onClick={() => askEnd(mine.id)}>
            {t("customer.contact.end")}
          </Button>
        )}
        {closed && !customer.blocked && (
          <Button loading={resume.isPending} onClick={() => resume.mutate(closed.id)}>
            {t("customer.contact.resume")}
          </Button>
        )}
        {!customer.blocked && (
          <Button danger onClick={() => setBlocking(true)}>
            {t("customer.contact.block")}
          </Button>
        )}
        {customer.blocked && mayUnblock && (
          <Button loading={unblock.isPending} onClick={() => unblock.mutate(null)}>
            {t("customer.contact.unblock")}
          </Button>
        )}
      </div>
      {blocking && <BlockDialog customer={customer} onClose={() => setBlocking(false)} />}
    </section>
  );
}

interface BlockProps {
  customer: CustomerView["customer"];
  onClose: () => void;
}

function BlockDialog({ customer, onClose }: BlockProps) {
  const { t } = useText();
  const [reason, setReason] = useState("");
  const block = useBlock(customer.id);
  return (
    <Modal
      open
      title={t("customer.contact.blockTitle", { name: customer.name })}
      okText={t("customer.contact.block")}
      okButtonProps={{ danger: true }}
      confirmLoading={block.isPending}
      cancelText={t("form.cancel")}
      onOk={() => follow(block.mutateAsync(reason.trim()), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={css.stack}>
        <p>{t("customer.contact.blockText")}</p>
        <Input
          maxLength={REASON_MOST}
          aria-label={t("customer.contact.reason")}
          placeholder={t("customer.contact.reason")}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <ProblemNote problem={block.error} />
      </div>
    </Modal>
  );
}

/** Contacts that turned out to be this one. */
function Merges({ customer }: { customer: number }) {
  const merges = useQuery(mergesQuery(customer)).data ?? [];
  const joined = merges.filter(({ undone }) => !undone);
  if (joined.length === 0) return null;
  return (
    <ul>
      {joined.map((merge) => (
        <Merge key={merge.id} merge={merge} />
      ))}
    </ul>
  );
}

function Merge({ merge: { id, at, byCustomer } }: { merge: CustomerMerge }) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const undo = useUndoMerge();
  const ask = () =>
    modal.confirm({
      title: t("customer.contact.undoTitle"),
      content: t("customer.contact.undoText"),
      okText: t("customer.contact.undo"),
      cancelText: t("form.cancel"),
      onOk: () => undo.mutateAsync(id).catch(() => undefined), // shown in the line
    });
  return (
    <li className={css.inline}>
      <span className={css.quiet}>
        {t(byCustomer ? "customer.contact.mergedBySelf" : "customer.contact.merged", {
          date: dayAndClock(at, locale),
        })}
      </span>
      <Button size="small" loading={undo.isPending} onClick={ask}>
        {t("customer.contact.undo")}
      </Button>
      <ProblemNote problem={undo.error} />
    </li>
  );
}
