import { useQuery } from "@tanstack/react-query";
import { Form, Input, Modal, Radio, Select } from "antd";
import { useState } from "react";
import type { Material, MaterialBody, MaterialKind } from "@/api/material-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { RowSkeletons } from "@/ui/skeletons";
import { MaterialFile } from "./material-file";
import { foldersQuery, KINDS, materialQuery, useSaveMaterial } from "./use-materials";

const FIELDS = { "material.bad_link": "url", "material.bad_text": "text", "material.bad_title": "title" } as const;
const TEXT_MAX = 2_000;
const ARTICLE_MAX = 20_000;

interface Props {
  material: Material | null;
  company: boolean;
  folder: number | null;
  onClose: () => void;
}

/** A new material, or one that is changed; a list holds only the beginning of an article. */
export function MaterialDialog({ material, ...rest }: Props) {
  const { t } = useText();
  const whole = useQuery({ ...materialQuery(material?.id ?? 0), enabled: material !== null });
  if (material && !whole.data) {
    return (
      <Modal open footer={null} title={material.title} onCancel={rest.onClose}>
        <RowSkeletons count={4} label={t("material.loading")} />
      </Modal>
    );
  }
  return <MaterialForm material={whole.data ?? null} {...rest} />;
}

interface Values {
  kind: MaterialKind;
  title: string;
  text: string;
  url: string;
  folderId: number;
}

function MaterialForm({ material, company, folder, onClose }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const [kind, setKind] = useState<MaterialKind>(material?.kind ?? "TEXT");
  const [fileId, setFileId] = useState<number | null>(material?.file?.id ?? null);
  const folders = (useQuery(foldersQuery).data ?? []).filter((each) => each.company === company);
  const [sending, setSending] = useState(false);
  const save = useSaveMaterial(material?.id ?? null);
  const first: Values = {
    kind,
    title: material?.title ?? "",
    text: material?.text ?? "",
    url: material?.url ?? "",
    folderId: folder ?? 0,
  };
  const submit = (values: Values) => {
    const body: MaterialBody = {
      kind,
      company,
      folderId: values.folderId === 0 ? null : values.folderId,
      title: values.title,
      text: values.text ?? "",
      url: values.url ?? "",
      fileId: kind === "TEXT" ? null : fileId,
      version: material?.version ?? null,
    };
    follow(save.mutateAsync(body), { onSuccess: onClose });
  };
  const turn = (next: MaterialKind) => {
    setKind(next);
    setFileId(null);
  };
  const needed = [{ required: true, whitespace: true, message: t("material.nameNeeded") }];
  return (
    <Modal
      open
      title={material ? t("material.library.edit", { name: material.title }) : t("material.library.new")}
      okText={t("material.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={first} onFinish={submit}>
        {!material && (
          <Form.Item label={t("material.library.kind")}>
            <Radio.Group
              aria-label={t("material.library.kind")}
              value={kind}
              onChange={({ target }) => turn(target.value as MaterialKind)}
              options={KINDS.map((value) => ({ value, label: t(`material.library.kinds.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="title" label={t("material.library.name")} rules={needed}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        {kind === "LINK" && (
          <Form.Item name="url" label={t("material.library.url")} rules={needed}>
            <Input maxLength={500} inputMode="url" placeholder="https://" />
          </Form.Item>
        )}
        {(kind === "TEXT" || kind === "LINK" || kind === "ARTICLE") && (
          <Form.Item
            name="text"
            label={t(kind === "LINK" ? "material.library.about" : "material.library.text")}
            rules={kind === "LINK" ? [] : needed}
          >
            <Input.TextArea
              rows={kind === "ARTICLE" ? 12 : 4}
              maxLength={kind === "ARTICLE" ? ARTICLE_MAX : TEXT_MAX}
              showCount
            />
          </Form.Item>
        )}
        {kind !== "TEXT" && (
          <MaterialFile
            key={kind}
            kind={kind}
            material={material}
            onFile={(file) => setFileId(file?.id ?? null)}
            onSending={setSending}
          />
        )}
        {folders.length > 0 && (
          <Form.Item name="folderId" label={t("material.library.folder")}>
            <Select
              options={[
                { value: 0, label: t("material.library.noFolder") },
                ...folders.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
        )}
        <FormProblem error={save.error} fields={FIELDS} />
      </Form>
    </Modal>
  );
}
