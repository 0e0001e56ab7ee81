import { useParams, useSearch } from "@tanstack/react-router";
import { ApprovalsPage } from "@/features/approval/approvals-page";
import { DelegationsPage } from "@/features/approval/delegations-page";
import { EditPage } from "@/features/approval/edit-page";
import { FillPage } from "@/features/approval/fill-page";
import { PrintPage } from "@/features/approval/print-page";
import { StartPage } from "@/features/approval/start-page";
import { StatisticsPage } from "@/features/approval/statistics-page";
import { idOf } from "./id-of";

const useId = () => idOf(useParams({ strict: false }).approvalId);

export function Approvals() {
  const { box } = useSearch({ from: "/shell/approvals" });
  return <ApprovalsPage box={box ?? "TODO"} id={useId()} />;
}

export function NewApproval() {
  return <StartPage />;
}

export function FillApproval() {
  const { templateId } = useParams({ from: "/shell/approvals/new/$templateId" });
  const from = useSearch({ from: "/shell/approvals/new/$templateId" });
  return <FillPage key={`${templateId}-${from.copy}-${from.undoes}`} template={Number(templateId)} from={from} />;
}

export function EditApproval() {
  return <EditPage id={useId() ?? 0} />;
}

export function Delegations() {
  return <DelegationsPage />;
}

export function Statistics() {
  return <StatisticsPage />;
}

export function PrintApproval() {
  return <PrintPage id={useId() ?? 0} />;
}
