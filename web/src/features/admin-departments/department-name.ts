import type { FormRule } from "antd";
import { useText } from "@/lib/i18n";

export const DEPARTMENT_PROBLEMS = { "directory.name_taken": "name", "directory.bad_name": "name" } as const;

/** The slash separates the names of a path, so it cannot be part of one. */
export function useNameRules(): FormRule[] {
  const { t } = useText();
  return [
    { required: true, whitespace: true, message: t("admin.departments.nameNeeded") },
    { pattern: /^[^/]*$/, message: t("admin.departments.nameSlash") },
  ];
}
