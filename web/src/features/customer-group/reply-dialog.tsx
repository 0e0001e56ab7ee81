import { Form, Input, InputNumber, Modal, Radio, Select } from "antd";
import { useState } from "react";
import type { CustomerGroup, GroupReply } from "@/api/customer-group-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { AttachmentsField } from "@/ui/attachments/attachments-field";
import { bodiesOf, itemsOf } from "@/ui/attachments/items";
import { FormProblem } from "@/ui/form-problem";
import css from "./group.module.css";
import { useSaveSettings } from "./use-groups";

const FRESH: GroupReply = { match: "CONTAINS", words: [], text: "", attachments: [], coolSeconds: 60 };

interface Props {
  group: CustomerGroup;
  /** Which one is changed; null for a new one. */
  at: number | null;
  onClose: () => void;
}

/** An answer to certain words of customers. */
export function ReplyDialog({ group, at, onClose }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Omit<GroupReply, "attachments">>();
  const before = (at === null ? undefined : group.replies[at]) ?? FRESH;
  const [items, setItems] = useState(() =>
    itemsOf(before.attachments, (at === null ? undefined : group.replyAttached[at]) ?? []),
  );
  const [sending, setSending] = useState(false);
  const save = useSaveSettings(group);
  const attachments = bodiesOf(items);
  const submit = (values: Omit<GroupReply, "attachments">) => {
    const reply = { ...values, attachments };
    const all = group.replies;
    const replies = at === null ? [...all, reply] : all.with(at, reply);
    follow(save.mutateAsync({ replies }), { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t(at === null ? "customerGroup.replies.new" : "customerGroup.replies.change")}
      okText={t("customerGroup.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={before} onFinish={submit}>
        <Form.Item
          name="words"
          label={t("customerGroup.replies.words")}
          extra={t("customerGroup.replies.wordsHelp")}
          rules={[{ required: true, type: "array", min: 1, message: t("customerGroup.replies.wordsNeeded") }]}
        >
          <Select mode="tags" open={false} suffix={null} maxCount={20} tokenSeparators={[",", "，", "、"]} />
        </Form.Item>
        <Form.Item name="match" label={t("customerGroup.replies.match")}>
          <Radio.Group
            options={(["CONTAINS", "EQUALS"] as const).map((value) => ({
              value,
              label: t(`customerGroup.replies.matches.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("customerGroup.replies.text")}
          rules={[
            { required: attachments.length === 0, whitespace: true, message: t("customerGroup.replies.textNeeded") },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} showCount />
        </Form.Item>
        <div className={css.gap}>
          <AttachmentsField items={items} onChange={setItems} onSending={setSending} />
        </div>
        <Form.Item
          name="coolSeconds"
          label={t("customerGroup.replies.cool")}
          extra={t("customerGroup.replies.coolHelp")}
          rules={[{ required: true, message: t("customerGroup.numberNeeded") }]}
        >
          <InputNumber min={0} max={3_600} precision={0} />
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
}
