import type { VisitMe } from "@/api/visit-types";
import en from "@/i18n/en/visit-own.json";
import zh from "@/i18n/zh/visit-own.json";
import { MassSheet } from "./mass-sheet";
import { PrivacySheet } from "./privacy-sheet";
import { PushSheet } from "./push-sheet";
import { VerifySheet } from "./verify-sheet";
import { bringWords } from "./words";

for (const name of ["mass", "privacy", "push", "verify"] as const)
  bringWords(name, { "zh-CN": zh[name], "en-US": en[name] });

interface Props {
  /** What concerns the customer himself, in whatever conversation he opens it. */
  sheet: "mass" | "privacy" | "push" | "verify";
  me: VisitMe;
  onVerify?: () => void;
  onClose: () => void;
}

/** Fetched by those who open one of these. */
export default function OwnPlace({ sheet, me, onVerify, onClose }: Props) {
  if (sheet === "verify") return <VerifySheet onClose={onClose} />;
  if (sheet === "mass") return <MassSheet onClose={onClose} />;
  if (sheet === "push") return <PushSheet orgId={me.orgId} onClose={onClose} />;
  return <PrivacySheet orgId={me.orgId} onVerify={onVerify} onClose={onClose} />;
}
