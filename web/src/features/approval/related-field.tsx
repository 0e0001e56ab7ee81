import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import type { ApprovalHead } from "@/api/approval-types";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useText } from "@/lib/i18n";
import type { ApprovalsProps } from "@/ui/forms/form-context";
import css from "@/ui/records.module.css";
import { approvalsKey } from "./approval-summary";

const SHOWN = 30;

/** Related approvals: links to read; to fill in, one's own sent ones are offered. */
export function RelatedField({
  field,
  value,
  onChange,
  label,
  names = {},
}: ApprovalsProps & { names?: Record<string, string> }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: [...approvalsKey, "related", q],
    queryFn: () => api.get<Page<ApprovalHead>>("/api/approvals", { box: "SENT", q, limit: SHOWN }),
    enabled: onChange !== undefined,
  });
  if (!onChange) {
    return (
      <ul className={css.related}>
        {value.map((id) => (
          <li key={id}>
            <Link to="/approvals/$approvalId" params={{ approvalId: String(id) }}>
              {names[id] ?? t("approval.related.unnamed", { id })}
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  const allowed = field.templates ?? [];
  const offered = (found.data?.items ?? []).filter((head) => allowed.length === 0 || allowed.includes(head.templateId));
  const options = offered.map((head) => ({ value: head.id, label: `${head.title} ${head.number}` }));
  const missing = value
    .filter((id) => !options.some((each) => each.value === id))
    .map((id) => ({ value: id, label: names[id] ?? t("approval.related.unnamed", { id }) }));
  return (
    <Select<number[]>
      mode="multiple"
      className={css.whole}
      aria-label={label}
      placeholder={t("approval.related.search")}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={value}
      options={[...missing, ...options]}
      notFoundContent={t(found.isFetching ? "form.loading" : "approval.related.none")}
      onChange={onChange}
    />
  );
}
