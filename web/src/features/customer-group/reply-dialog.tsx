import { Form, Input, InputNumber, Modal, Radio, Select } from "antd";
import { useState } from "react";
import type { CustomerGroup, GroupReply } from "@/api/customer-group-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FilesField } from "@/ui/files-field";
import { FormProblem } from "@/ui/form-problem";
import css from "./group.module.css";
import { useFileWords } from "./use-file-words";
import { filesOf, useSaveSettings } from "./use-groups";

const FRESH: GroupReply = { match: "CONTAINS", words: [], text: "", files: [], coolSeconds: 60 };
const FILES_MOST = 3;

interface Props {
  group: CustomerGroup;
  /** Which one is changed; null for a new one. */
  at: number | null;
  onClose: () => void;
}

/** An answer to certain words of customers. */
export function ReplyDialog({ group, at, onClose }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Omit<GroupReply, "files">>();
  const before = (at === null ? undefined : group.replies[at]) ?? FRESH;
  const [files, setFiles] = useState(() => filesOf(group, before.files));
  const [sending, setSending] = useState(false);
  const fileWords = useFileWords(FILES_MOST);
  const save = useSaveSettings(group);
  const submit = (values: Omit<GroupReply, "files">) => {
    const reply = { ...values, files: files.map(({ id }) => id) };
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
          rules={[{ required: files.length === 0, whitespace: true, message: t("customerGroup.replies.textNeeded") }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} showCount />
        </Form.Item>
        <div className={css.gap}>
          <FilesField files={files} most={FILES_MOST} words={fileWords} onChange={setFiles} onSending={setSending} />
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
