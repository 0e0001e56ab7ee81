import { App, Button, Form, Input } from "antd";
import type { Member } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { loginKind } from "@/lib/login-text";
import { FormProblem } from "@/ui/form-problem";
import { bodyOf, type MemberValues, valuesOf } from "./member-values";
import css from "./members-page.module.css";
import { PlacesField } from "./places-field";
import { useSaveMember } from "./use-members";

interface Props {
  member: Member | null;
  onDirty: (dirty: boolean) => void;
  onSaved?: (member: Member) => void;
}

const PROBLEMS = {
  "directory.phone_taken": "phone",
  "directory.bad_phone": "phone",
  "directory.already_member": "phone",
  "directory.email_taken": "email",
  "directory.bad_email": "email",
  "directory.number_taken": "number",
  "directory.bad_name": "name",
};

export function MemberForm({ member, onDirty, onSaved }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useSaveMember(member?.id ?? null);
  const submit = (values: MemberValues) =>
    follow(save.mutateAsync(bodyOf(values)), {
      onSuccess: (saved) => {
        onDirty(false);
        void message.success(member ? t("form.saved") : t("admin.member.created", { name: saved.name }));
        onSaved?.(saved);
      },
    });
  return (
    <Form<MemberValues>
      name="member"
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(member)}
      onFinish={submit}
      onValuesChange={() => onDirty(true)}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="name"
        label={t("admin.member.name")}
        rules={[{ required: true, whitespace: true, message: t("admin.member.nameNeeded") }]}
      >
        <Input maxLength={80} autoFocus={member === null} />
      </Form.Item>
      <LoginFields />
      <div className={css.two}>
        <Form.Item name="title" label={t("admin.member.title")}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="alias" label={t("admin.member.alias")}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="number" label={t("admin.member.number")} extra={t("admin.member.numberHelp")}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="workPlace" label={t("admin.member.workPlace")}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <PlacesField />
      <FormProblem error={save.error} fields={PROBLEMS} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t(member ? "admin.member.save" : "admin.member.add")}
      </Button>
    </Form>
  );
}

function LoginFields() {
  const { t } = useText();
  const kindRule = (kind: "phone" | "email") => ({
    validator: (_: unknown, value?: string) =>
      !value || loginKind(value) === kind
        ? Promise.resolve()
        : Promise.reject(new Error(t(`admin.member.${kind}Format`))),
  });
  return (
    <div className={css.two}>
      <Form.Item name="phone" label={t("admin.member.phone")} validateTrigger="onBlur" rules={[kindRule("phone")]}>
        <Input inputMode="tel" maxLength={40} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t("admin.member.email")}
        extra={t("admin.member.loginHelp")}
        validateTrigger="onBlur"
        dependencies={["phone"]}
        rules={[
          kindRule("email"),
          ({ getFieldValue }) => ({
            validateTrigger: "onSubmit",
            validator: (_, value?: string) =>
              value || getFieldValue("phone")
                ? Promise.resolve()
                : Promise.reject(new Error(t("admin.member.loginNeeded"))),
          }),
        ]}
      >
        <Input inputMode="email" maxLength={254} />
      </Form.Item>
    </div>
  );
}
