import { EditOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import type { CustomerProfile } from "@/api/customer-types";
import type { FormDefinition, FormValues } from "@/api/form-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { flawsOf } from "@/ui/forms/flaws";
import { FormFields } from "@/ui/forms/form-fields";
import { FormReading } from "@/ui/forms/form-reading";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { settingsQuery, useSetAttributes } from "./use-customers";

/** What the company wants to know of every customer. Nothing where it asks for nothing. */
export function AttributesPart({ profile }: { profile: CustomerProfile }) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const form = useQuery(settingsQuery).data?.attributes;
  if (!form || form.fields.length === 0) return null;
  return (
    <section className={css.part} aria-label={t("customer.attributes.title")}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>{t("customer.attributes.title")}</h3>
        <IconButton
          size="small"
          icon={<EditOutlined />}
          label={t("customer.attributes.edit")}
          onClick={() => setEditing(true)}
        />
      </div>
      <FormReading form={form} values={profile.attributes} />
      {editing && <AttributesDialog form={form} profile={profile} onClose={() => setEditing(false)} />}
    </section>
  );
}

interface DialogProps {
  form: FormDefinition;
  profile: CustomerProfile;
  onClose: () => void;
}

function AttributesDialog({ form, profile, onClose }: DialogProps) {
  const { t } = useText();
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(
      form.fields.flatMap(({ key }) => (profile.attributes[key] === undefined ? [] : [[key, profile.attributes[key]]])),
    ),
  );
  const save = useSetAttributes(profile.id);
  const underWay = useFilesUnderWay();
  return (
    <Modal
      open
      title={t("customer.attributes.edit")}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: underWay }}
      onOk={() => follow(save.mutateAsync({ values, version: profile.version }), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <FormFields form={form} values={values} flaws={flawsOf(save.error)} onChange={setValues} />
      <ProblemNote problem={save.error} />
    </Modal>
  );
}
