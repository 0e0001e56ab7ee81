import { Alert, Button, Collapse, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { Problem } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { AccountFrame } from "./account-frame";
import css from "./login-page.module.css";
import { enter, safeAddress, useSetup, useSignIn } from "./use-account";

/** `next` is where the person wanted to go before they were asked to sign in. */
export function LoginPage({ next }: { next?: string }) {
  const { t } = useText();
  const signIn = useSignIn();
  const setup = useSetup();
  const submit = (values: { login: string; password: string }) =>
    follow(signIn.mutateAsync({ login: values.login.trim(), password: values.password }), {
      onSuccess: () => enter(safeAddress(next)),
    });
  const locked = signIn.error instanceof Problem && signIn.error.code === "account.too_many_attempts";
  return (
    <AccountFrame title={t("account.login.title")} lead={t("account.login.lead")}>
      <Form layout="vertical" requiredMark={false} size="large" onFinish={submit}>
        <Form.Item
          name="login"
          label={t("account.login.login")}
          rules={[{ required: true, message: t("account.required.login") }]}
        >
          <Input autoComplete="username" inputMode="email" autoFocus maxLength={254} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("account.login.password")}
          rules={[{ required: true, message: t("account.required.password") }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        {locked ? (
          <Locked key={signIn.submittedAt} error={signIn.error as Problem} />
        ) : (
          <FormProblem error={signIn.error} />
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending || signIn.isSuccess}>
          {t("account.login.submit")}
        </Button>
      </Form>
      <Collapse
        className={css.help}
        ghost
        items={[{ key: "forgot", label: t("account.login.forgot"), children: <p>{t("account.login.forgotHelp")}</p> }]}
      />
      {setup.data?.needed && (
        <p className={css.first}>
          {t("account.login.first")} <a href="/welcome">{t("account.login.firstLink")}</a>
        </p>
      )}
    </AccountFrame>
  );
}

/** Counts down to the moment the next attempt is allowed. */
function Locked({ error }: { error: Problem }) {
  const { t } = useText();
  const [left, setLeft] = useState(() => Number(error.retryAfterSeconds ?? error.params.retryAfterSeconds ?? 60));
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  const time =
    left >= 60
      ? t("account.time.minutes", { count: Math.ceil(left / 60) })
      : t("account.time.seconds", { count: left });
  return (
    <Form.Item>
      <Alert
        type={left > 0 ? "warning" : "info"}
        showIcon
        title={left > 0 ? t("account.login.locked", { time }) : t("account.login.lockedOver")}
      />
    </Form.Item>
  );
}
