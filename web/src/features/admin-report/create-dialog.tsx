import { Form, Input, Modal } from "antd";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormProblem } from "@/ui/form-problem";
import { useCreate } from "./use-report-templates";

/** A name; the rest is drawn in the editor that opens. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const go = useAdminNavigate();
  const [form] = Form.useForm<{ name: string }>();
  const create = useCreate();
  const submit = ({ name }: { name: string }) => {
    if (create.isPending) return; // Enter in the field, twice
    follow(create.mutateAsync({ name: name.trim(), icon: "daily", copyOf: null }), {
      onSuccess: ({ template }) => go(`/reports/${template.id}`),
    });
  };
  return (
    <Modal
      open
      title={t("reportDesign.create")}
      okText={t("reportDesign.createAndDraw")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} name="report-template" layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="name"
          label={t("reportDesign.basics.name")}
          rules={[{ required: true, whitespace: true, message: t("reportDesign.flaw.name_missing") }]}
        >
          <Input maxLength={50} autoFocus />
        </Form.Item>
        <FormProblem error={create.error} fields={{ "reporttemplate.bad_name": "name" }} />
      </Form>
    </Modal>
  );
}
