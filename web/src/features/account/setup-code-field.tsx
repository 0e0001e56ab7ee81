import { Form, Input } from "antd";
import { useText } from "@/lib/i18n";

/** Asked for when the browser is not on the server itself: proves that the person can read the server's terminal. */
export function SetupCodeField() {
  const { t } = useText();
  return (
    <Form.Item
      name="code"
      label={t("account.create.code")}
      extra={t("account.create.codeHelp")}
      normalize={(value: string) => value.trim()}
      rules={[{ required: true, message: t("account.required.code") }]}
    >
      <Input autoComplete="one-time-code" spellCheck={false} maxLength={100} />
    </Form.Item>
  );
}
