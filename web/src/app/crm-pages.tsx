import { useSearch } from "@tanstack/react-router";
import { CustomerImportPage } from "@/features/customer-import/import-page";
import { TagRulesPage } from "@/features/customer-rules/rules-page";

export function CustomerImport() {
  const { id } = useSearch({ from: "/shell/area/customers/import" });
  return <CustomerImportPage id={id ?? null} />;
}

export function TagRules() {
  return <TagRulesPage />;
}
