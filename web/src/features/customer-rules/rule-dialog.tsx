import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, InputNumber, Modal, Radio, Select } from "antd";
import { useState } from "react";
import type { TagRule, TagRuleBody } from "@/api/crm-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { bodyOf, companyTagsQuery, useSaveRule } from "./use-rules";

const FRESH: TagRuleBody = {
  name: "",
  kind: "KEYWORD",
  words: [],
  days: 30,
  tags: [],
  takeBack: true,
  active: true,
  version: 0,
};

interface Props {
  /** null: a new one. */
  edited: TagRule | null;
  onClose: () => void;
}

/** When a rule tags, and with what. */
export function RuleDialog({ edited, onClose }: Props) {
  const { t } = useText();
  const [body, setBody] = useState<TagRuleBody>(edited ? bodyOf(edited) : FRESH);
  const save = useSaveRule(edited?.id ?? null);
  const groups = useQuery(companyTagsQuery).data?.groups ?? [];
  const change = (part: Partial<TagRuleBody>) => setBody((before) => ({ ...before, ...part }));
  const keyword = body.kind === "KEYWORD";
  const whole =
    body.name.trim() !== "" && body.tags.length > 0 && (keyword ? body.words.length > 0 : body.days !== null);
  const submit = () =>
    follow(save.mutateAsync({ ...body, days: keyword ? null : body.days, words: keyword ? body.words : [] }), {
      onSuccess: onClose,
    });
  return (
    <Modal
      open
      title={edited ? t("crm.rules.edit", { name: edited.name }) : t("crm.rules.create")}
      okText={t("crm.save")}
      cancelText={t("form.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !whole }}
      onOk={submit}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("crm.rules.name")} htmlFor="tag-rule-name" extra={t("crm.rules.nameHelp")}>
          <Input
            id="tag-rule-name"
            autoFocus
            maxLength={30}
            value={body.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        {edited === null && (
          <Form.Item label={t("crm.rules.kind")}>
            <Radio.Group
              value={body.kind}
              onChange={(event) => change({ kind: event.target.value })}
              options={[
                { value: "KEYWORD", label: t("crm.rules.kinds.KEYWORD") },
                { value: "SILENCE", label: t("crm.rules.kinds.SILENCE") },
              ]}
            />
          </Form.Item>
        )}
        {keyword ? <WordsField body={body} onChange={change} /> : <SilenceFields body={body} onChange={change} />}
        <Form.Item label={t("crm.rules.tags")} htmlFor="tag-rule-tags">
          <Select<number[]>
            id="tag-rule-tags"
            mode="multiple"
            maxCount={10}
            showSearch={{ optionFilterProp: "label" }}
            notFoundContent={t("crm.rules.noTags")}
            value={body.tags}
            options={groups.map((group) => ({
              label: group.name,
              options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
            }))}
            onChange={(tags) => change({ tags })}
          />
        </Form.Item>
        <Checkbox checked={body.active} onChange={({ target }) => change({ active: target.checked })}>
          {t("crm.rules.active")}
        </Checkbox>
      </Form>
      <ProblemNote problem={save.error} />
    </Modal>
  );
}

interface FieldProps {
  body: TagRuleBody;
  onChange: (part: Partial<TagRuleBody>) => void;
}

function WordsField({ body, onChange }: FieldProps) {
  const { t } = useText();
  return (
    <Form.Item label={t("crm.rules.words")} htmlFor="tag-rule-words" extra={t("crm.rules.wordsHelp")}>
      <Select<string[]>
        id="tag-rule-words"
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={50}
        tokenSeparators={[",", "，", ";", "；", "、"]}
        value={body.words}
        onChange={(words) => onChange({ words })}
      />
    </Form.Item>
  );
}

function SilenceFields({ body, onChange }: FieldProps) {
  const { t } = useText();
  return (
    <>
      <Form.Item label={t("crm.rules.days")} htmlFor="tag-rule-days" extra={t("crm.rules.daysHelp")}>
        <InputNumber
          id="tag-rule-days"
          min={1}
          max={730}
          precision={0}
          suffix={t("crm.rules.dayUnit")}
          value={body.days}
          onChange={(days) => onChange({ days })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox checked={body.takeBack} onChange={({ target }) => onChange({ takeBack: target.checked })}>
          {t("crm.rules.takeBack")}
        </Checkbox>
      </Form.Item>
    </>
  );
}
