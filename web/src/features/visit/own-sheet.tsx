import { type ComponentProps, lazy, Suspense } from "react";
import type OwnPlace from "./own-place";
import { Sheet } from "./sheet";
import css from "./visit.module.css";
import { useWords } from "./words";

const Place = lazy<typeof OwnPlace>(() => import("./own-place").catch(() => ({ default: Unreached })));

/** Without a network what lies behind cannot be fetched: the page says so, and everything else goes on. */
function Unreached({ onClose }: ComponentProps<typeof OwnPlace>) {
  const { t } = useWords();
  return (
    <Sheet title={t("chat.menu")} onClose={onClose}>
      <p className={css.wrong} role="alert">
        {t("problem.offline")}
      </p>
    </Sheet>
  );
}

export function OwnSheet(props: ComponentProps<typeof OwnPlace>) {
  return (
    <Suspense>
      <Place {...props} />
    </Suspense>
  );
}
