import type { CareScope } from "@/api/care-types";
import { useText } from "@/lib/i18n";
import css from "./care.module.css";

interface Props {
  scopes: readonly CareScope[];
  scope: CareScope;
  words: "waits" | "statistics";
  onScope: (scope: CareScope) => void;
}

/** Whose: one's own, those of the people one leads, everybody's. Nothing to choose: nothing is shown. */
export function ScopeBar({ scopes, scope, words, onScope }: Props) {
  const { t } = useText();
  if (scopes.length < 2) return null;
  return (
    <nav className={css.bar} aria-label={t("care.whose")}>
      {scopes.map((each) => (
        <button
          key={each}
          type="button"
          className={css.scope}
          aria-current={each === scope ? "page" : undefined}
          onClick={() => onScope(each)}
        >
          {t(`care.${words}.scopes.${each}`)}
        </button>
      ))}
    </nav>
  );
}
