import { Alert } from "antd";
import type { PassOnResults } from "@/api/handover-types";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";

/** Why some customers stay where they are: each reason once. */
export function Refusals({ results }: { results: PassOnResults }) {
  const { t } = useText();
  const problems = results.items.flatMap(({ problem }) => problem ?? []);
  if (problems.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("handover.assign.failed", { count: problems.length })}
      description={[...new Set(problems)].map((code) => problemText(t, new Problem(409, code))).join(" ")}
    />
  );
}
