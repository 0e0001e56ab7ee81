import { Form, Input } from "antd";
import { useText } from "@/lib/i18n";
import { loginKind } from "@/lib/login-text";
import { NewPasswordField } from "./password-field";

/** Name, login and password of somebody who has no account yet. */
export function NewPersonFields({ nameHelp }: { nameHelp?: string }) {
  const { t } = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={t("account.create.name")}
        extra={nameHelp}
        rules={[{ required: true, whitespace: true, message: t("account.required.name") }]}
      >
        <Input autoComplete="name" maxLength={80} />
      </Form.Item>
      <LoginField help={t("account.create.loginHelp")} />
      <NewPasswordField />
    </>
  );
}

export function LoginField({ help }: { help?: string }) {
  const { t } = useText();
  return (
    <Form.Item
      name="login"
      label={t("account.create.login")}
      extra={help}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t("account.required.login") },
        {
          validator: (_, value?: string) =>
            !value || loginKind(value)
              ? Promise.resolve()
              : Promise.reject(new Error(t("account.required.loginFormat"))),
        },
      ]}
    >
      <Input autoComplete="username" inputMode="email" maxLength={254} />
    </Form.Item>
  );
}

/** Refusals that are about one field of these forms. */
export const LOGIN_PROBLEMS = {
  "account.login_taken": "login",
  "account.bad_login": "login",
  "account.login_required": "login",
  "account.password_required": "password",
  "account.password_too_short": "password",
  "account.password_too_long": "password",
  "account.password_is_login": "password",
  "account.password_too_common": "password",
  "account.setup_code_wrong": "code",
} as const;
