import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { CustomerTransferProps } from "@/lib/customer-transfer";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import css from "./handover.module.css";
import { TransferDialog } from "./transfer-dialog";
import { ofCustomerQuery, useHandoversLive } from "./use-handovers";

/** For a customer's profile: gives him to a colleague, or shows that it is under way. */
export default function TransferButton({ customer, relationId }: CustomerTransferProps) {
  const { t, locale } = useText();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ofCustomerQuery(customer.id));
  useHandoversLive();
  const waiting = data?.find(({ state }) => state === "WAITING");
  if (waiting) {
    return (
      <span className={css.small} role="status">
        {t("handover.transfer.waiting", { to: waiting.to.name, date: dayAndClock(waiting.dueAt ?? "", locale) })}
      </span>
    );
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("handover.transfer.open")}</Button>
      {open && <TransferDialog customer={customer} relationId={relationId} onClose={() => setOpen(false)} />}
    </>
  );
}
