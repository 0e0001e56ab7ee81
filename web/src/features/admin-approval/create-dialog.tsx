import { App, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { TemplateGroup } from "@/api/approval-template-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormProblem } from "@/ui/form-problem";
import { useCreateGroup, useCreateTemplate } from "./use-templates";

interface Props {
  groups: readonly TemplateGroup[];
  onClose: () => void;
}

interface Values {
  name: string;
  groupId: number | null;
}

/** A name and a group; the rest is drawn in the editor that opens. */
export function CreateDialog({ groups, onClose }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const go = useAdminNavigate();
  const [form] = Form.useForm<Values>();
  const create = useCreateTemplate();
  const addGroup = useCreateGroup();
  const [typed, setTyped] = useState("");
  const submit = ({ name, groupId }: Values) =>
    follow(create.mutateAsync({ name: name.trim(), icon: "form", groupId: groupId ?? null, copyOf: null }), {
      onSuccess: ({ id }) => go(`/approvals/${id}`),
    });
  const fresh = typed.trim();
  const known = groups.some((group) => group.name === fresh);
  const options = [
    ...groups.map((group) => ({ value: group.id, label: group.name })),
    ...(fresh !== "" && !known ? [{ value: -1, label: t("approvalDesign.newGroup", { name: fresh }) }] : []),
  ];
  const choose = (id: number | undefined) => {
    if (id !== -1) return;
    follow(addGroup.mutateAsync(fresh), {
      onSuccess: (group) => form.setFieldValue("groupId", group.id),
      onError: (error) => {
        form.setFieldValue("groupId", null);
        void message.error(problemText(t, error));
      },
    });
  };
  return (
    <Modal
      open
      title={t("approvalDesign.create")}
      okText={t("approvalDesign.createAndDraw")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending}
      // Not "loading", which swallows a press: the group is there in a moment.
      okButtonProps={{ disabled: addGroup.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} name="template" layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="name"
          label={t("approvalDesign.basics.name")}
          rules={[{ required: true, whitespace: true, message: t("approvalDesign.basics.nameMissing") }]}
        >
          <Input maxLength={50} autoFocus />
        </Form.Item>
        <Form.Item name="groupId" label={t("approvalDesign.basics.group")}>
          <Select<number>
            allowClear
            placeholder={t("approvalDesign.basics.noGroup")}
            showSearch={{ optionFilterProp: "label", searchValue: typed, onSearch: setTyped }}
            options={options}
            onChange={choose}
          />
        </Form.Item>
        <FormProblem
          error={create.error}
          fields={{ "approvaltemplate.name_taken": "name", "approvaltemplate.bad_name": "name" }}
        />
      </Form>
    </Modal>
  );
}
