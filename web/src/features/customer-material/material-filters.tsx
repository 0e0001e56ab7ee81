import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import type { MaterialKind, MaterialScope } from "@/api/material-types";
import { useText } from "@/lib/i18n";
import css from "./material.module.css";
import { foldersQuery, KINDS, type MaterialView } from "./use-materials";

const SCOPES: MaterialScope[] = ["COMPANY", "MINE"];

/** Whose, in which folder, of which kind, with which words. */
export function MaterialFilters({ view, onView }: { view: MaterialView; onView: (view: MaterialView) => void }) {
  const { t } = useText();
  const folders = (useQuery(foldersQuery).data ?? []).filter((folder) => folder.company === (view.scope === "COMPANY"));
  return (
    <>
      <nav className={css.tabs} aria-label={t("material.library.whose")}>
        {SCOPES.map((scope) => (
          <button
            key={scope}
            type="button"
            className={css.tab}
            aria-current={scope === view.scope ? "page" : undefined}
            onClick={() => onView({ ...view, scope, folder: null })}
          >
            {t(`material.library.scopes.${scope}`)}
          </button>
        ))}
      </nav>
      <div className={css.bar}>
        <Input
          allowClear
          className={css.search}
          aria-label={t("material.library.search")}
          placeholder={t("material.library.search")}
          value={view.q}
          onChange={({ target }) => onView({ ...view, q: target.value })}
        />
        {folders.length > 0 && (
          <Select
            className={css.select}
            aria-label={t("material.library.folder")}
            value={view.folder ?? 0}
            options={[
              { value: 0, label: t("material.library.allFolders") },
              ...folders.map(({ id, name, count }) => ({ value: id, label: `${name} · ${count}` })),
            ]}
            onChange={(folder) => onView({ ...view, folder: folder === 0 ? null : folder })}
          />
        )}
        <Select
          className={css.select}
          aria-label={t("material.library.kind")}
          value={view.kind ?? "ALL"}
          options={(["ALL", ...KINDS] as const).map((value) => ({
            value,
            label: t(`material.library.kinds.${value}`),
          }))}
          onChange={(kind: MaterialKind | "ALL") => onView({ ...view, kind: kind === "ALL" ? null : kind })}
        />
      </div>
    </>
  );
}
