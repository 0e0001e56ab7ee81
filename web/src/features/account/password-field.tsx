import { Form, Input, Progress } from "antd";
import { useText } from "@/lib/i18n";
import { PASSWORD_MIN, passwordFlaw, passwordStrength } from "@/lib/password-rules";
import css from "./password-field.module.css";

const PERCENT = { weak: 30, fair: 65, good: 100 } as const;

/** A new password: the rules are there before the mistake, the hint grows while typing. */
export function NewPasswordField({ loginField = "login", login }: { loginField?: string; login?: string }) {
  const { t } = useText();
  const form = Form.useFormInstance();
  const password: string = Form.useWatch("password", form) ?? "";
  const typedLogin: string = Form.useWatch(loginField, form) ?? "";
  const knownLogin = login ?? typedLogin;
  return (
    <Form.Item
      name="password"
      label={t("account.create.password")}
      extra={<PasswordHint password={password} login={knownLogin} />}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t("account.required.password") },
        {
          validator: (_, value?: string) => {
            const flaw = value ? passwordFlaw(value, knownLogin) : null;
            return flaw ? Promise.reject(new Error(t(`account.password.flaw.${flaw}`))) : Promise.resolve();
          },
        },
      ]}
    >
      <Input.Password autoComplete="new-password" maxLength={128} />
    </Form.Item>
  );
}

function PasswordHint({ password, login }: { password: string; login: string }) {
  const { t } = useText();
  if (password === "") return <span>{t("account.password.rules")}</span>;
  const missing = PASSWORD_MIN - [...password].length;
  const strength = passwordStrength(password, login);
  const words = missing > 0 ? t("account.password.tooShort", { missing }) : t(`account.password.${strength}`);
  return (
    <div className={css.hint}>
      <Progress
        aria-label={t("account.password.strength")}
        percent={PERCENT[strength]}
        status={strength === "good" ? "success" : "normal"}
        showInfo={false}
        size="small"
      />
      <span aria-live="polite">{words}</span>
    </div>
  );
}
