import { Alert } from "antd";
import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";

/** A refusal in words; nothing when there is none. */
export function ProblemNote({ problem, action }: { problem: unknown; action?: ReactNode }) {
  const { t } = useText();
  if (!problem) return null;
  return <Alert type="error" showIcon role="alert" title={problemText(t, problem)} action={action} />;
}
