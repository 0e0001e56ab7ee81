import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { LeaveGuard } from "@/ui/leave-guard";
import { PhotoField } from "./photo-field";
import { photoId } from "./photo-id";
import css from "./settings-page.module.css";
import { useSaveProfile } from "./use-settings";

export function ProfileSection() {
  const { t } = useText();
  const { message } = App.useApp();
  const { member } = useSession();
  const save = useSaveProfile();
  const [dirty, setDirty] = useState(false);
  const submit = ({ alias }: { alias?: string }) =>
    follow(save.mutateAsync({ alias: alias?.trim() ?? "", avatarFileId: photoId(member.avatar) }), {
      onSuccess: () => {
        setDirty(false);
        void message.success(t("form.saved"));
      },
    });
  return (
    <>
      <p className={css.lead}>{t("settings.profile.lead")}</p>
      <PhotoField />
      <Form
        className={css.form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ alias: member.alias ?? "" }}
        onFinish={submit}
        onValuesChange={(_, { alias }) => setDirty(alias !== (member.alias ?? ""))}
      >
        <Form.Item label={t("settings.profile.name")} htmlFor="settings-name">
          <Input id="settings-name" value={member.name} readOnly variant="filled" />
        </Form.Item>
        {member.departments.length > 0 && (
          <Form.Item label={t("settings.profile.department")} htmlFor="settings-department">
            <Input
              id="settings-department"
              value={member.departments.map((department) => department.path || department.name).join("; ")}
              readOnly
              variant="filled"
            />
          </Form.Item>
        )}
        <Form.Item name="alias" label={t("settings.profile.alias")} extra={t("settings.profile.aliasHelp")}>
          <Input maxLength={40} autoComplete="nickname" />
        </Form.Item>
        <FormProblem error={save.error} />
        <Button type="primary" htmlType="submit" disabled={!dirty} loading={save.isPending}>
          {t("form.save")}
        </Button>
      </Form>
      <LeaveGuard dirty={dirty} />
    </>
  );
}
