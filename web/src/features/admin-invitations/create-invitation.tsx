import { Form, InputNumber, Modal, Radio, Switch } from "antd";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { isAdmin, isAnyAdmin } from "@/lib/rights";
import { DepartmentSelect } from "@/ui/department-select";
import { FormProblem } from "@/ui/form-problem";
import { type Invitation, type InvitationBody, useCreateInvitation } from "./use-invitations";

const HOURS = [24, 72, 168, 720] as const;

interface Props {
  onClose: () => void;
  onCreated: (invitation: Invitation) => void;
}

/** Somebody without full rights can only make invitations that an administrator confirms. */
export function CreateInvitation({ onClose, onCreated }: Props) {
  const { t } = useText();
  const { grants } = useSession();
  const [form] = Form.useForm<InvitationBody>();
  const create = useCreateInvitation();
  const admin = isAdmin(grants);
  const submit = (values: InvitationBody) =>
    follow(
      create.mutateAsync({
        departmentId: values.departmentId ?? null,
        expiresInHours: values.expiresInHours,
        approval: values.approval,
        maxUses: values.maxUses ?? null,
      }),
      { onSuccess: onCreated },
    );
  return (
    <Modal
      open
      title={t("admin.invitations.createTitle")}
      okText={t("admin.invitations.createDo")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<InvitationBody>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ expiresInHours: 168, approval: !admin, departmentId: null }}
        onFinish={submit}
      >
        {isAnyAdmin(grants) && (
          <Form.Item
            name="departmentId"
            label={t("admin.invitations.department")}
            extra={t("admin.invitations.departmentHelp")}
          >
            <DepartmentSelect allowClear />
          </Form.Item>
        )}
        <Form.Item name="expiresInHours" label={t("admin.invitations.expires")}>
          <Radio.Group
            optionType="button"
            options={HOURS.map((value) => ({ value, label: t(`admin.invitations.hours.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="approval"
          valuePropName="checked"
          label={t("admin.invitations.approval")}
          extra={t("admin.invitations.approvalHelp")}
        >
          <Switch disabled={!admin} />
        </Form.Item>
        <Form.Item name="maxUses" label={t("admin.invitations.maxUses")} extra={t("admin.invitations.maxUsesHelp")}>
          <InputNumber min={1} max={10_000} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <FormProblem error={create.error} />
      </Form>
    </Modal>
  );
}
