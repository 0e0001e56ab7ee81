import { Button } from "antd";
import { useEffect } from "react";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { ProblemNote } from "@/ui/problem-note";

export function NotFound() {
  const { t } = useText();
  return (
    <EmptyState
      title={t("shell.notFound")}
      text={t("shell.notFoundText")}
      action={<Button href="/messages">{t("shell.toMessages")}</Button>}
    />
  );
}

/** Something in a page broke, or its data could not be fetched: the rest of the shell stays usable. */
export function PageError({ error }: { error: unknown }) {
  const { t } = useText();
  const signedOut = error instanceof Problem && error.code === "account.not_signed_in";
  useEffect(() => {
    // Signed out on another device: loading anew leads to the login page, and from there back to here.
    if (signedOut) window.location.reload();
  }, [signedOut]);
  if (signedOut) return null;
  return (
    <EmptyState
      title={t("shell.broken")}
      action={
        <>
          <ProblemNote problem={error} />
          <Button style={{ marginTop: 16 }} onClick={() => window.location.reload()}>
            {t("shell.reload")}
          </Button>
        </>
      }
    />
  );
}
