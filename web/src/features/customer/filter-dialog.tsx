import { useQuery } from "@tanstack/react-query";
import { DatePicker, Form, InputNumber, Modal, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { CustomerFilter } from "@/api/customer-types";
import type { Field, FieldValue } from "@/api/form-types";
import { useWayNames } from "@/api/way-names";
import { useText } from "@/lib/i18n";
import type { View } from "./filter";
import { settingsQuery } from "./use-customers";

interface Props {
  view: View;
  onClose: () => void;
  onDone: (view: View) => void;
}

const DAY = "YYYY-MM-DD";
const day = (text: string | undefined) => (text === undefined ? null : dayjs(text, DAY));
const text = (value: Dayjs | null | undefined) => value?.format(DAY);

/** Times, states and attributes: everything that narrows the list and has no chip. */
export function FilterDialog({ view, onClose, onDone }: Props) {
  const { t } = useText();
  const [filter, setFilter] = useState<CustomerFilter>(view.filter);
  const [order, setOrder] = useState(view.order);
  const fields = useQuery(settingsQuery).data?.attributes.fields ?? [];
  const change = (part: Partial<CustomerFilter>) => setFilter((before) => ({ ...before, ...part }));
  return (
    <Modal
      open
      title={t("customer.filter.more")}
      okText={t("customer.filter.show")}
      cancelText={t("form.cancel")}
      onOk={() => onDone({ ...view, order, filter })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("customer.filter.order")}>
          <Radio.Group
            value={order}
            onChange={(event) => setOrder(event.target.value)}
            options={[
              { value: "ACTIVE", label: t("customer.filter.active") },
              { value: "NEWEST", label: t("customer.filter.newest") },
            ]}
          />
        </Form.Item>
        <WaysFilter ways={filter.ways} onChange={(ways) => change({ ways })} />
        <Form.Item label={t("customer.filter.added")}>
          <DatePicker.RangePicker
            aria-label={t("customer.filter.added")}
            allowEmpty={[true, true]}
            value={[day(filter.addedFrom), day(filter.addedUntil)]}
            onChange={(days) => change({ addedFrom: text(days?.[0]), addedUntil: text(days?.[1]) })}
          />
        </Form.Item>
        <Form.Item label={t("customer.filter.last")}>
          <DatePicker.RangePicker
            aria-label={t("customer.filter.last")}
            allowEmpty={[true, true]}
            value={[day(filter.lastFrom), day(filter.lastUntil)]}
            onChange={(days) => change({ lastFrom: text(days?.[0]), lastUntil: text(days?.[1]) })}
          />
        </Form.Item>
        <Form.Item label={t("customer.filter.silent")} htmlFor="customer-silent">
          <InputNumber
            id="customer-silent"
            min={1}
            max={3660}
            suffix={t("customer.filter.days")}
            value={filter.silentDays ?? null}
            onChange={(days) => change({ silentDays: days ?? undefined })}
          />
        </Form.Item>
        <Form.Item label={t("customer.filter.state")}>
          <Select
            allowClear
            aria-label={t("customer.filter.state")}
            value={filter.open}
            options={[
              { value: true, label: t("customer.filter.open") },
              { value: false, label: t("customer.filter.closed") },
            ]}
            onChange={(open) => change({ open })}
          />
        </Form.Item>
        {fields.filter(isChoice).map((field) => (
          <AttributeFilter key={field.key} field={field} filter={filter} onChange={change} />
        ))}
      </Form>
    </Modal>
  );
}

interface WaysProps {
  ways: number[] | undefined;
  onChange: (ways: number[] | undefined) => void;
}

/** By which codes they came. One that the reader cannot see any more keeps its number. */
function WaysFilter({ ways, onChange }: WaysProps) {
  const { t } = useText();
  const known = useWayNames();
  const gone = (ways ?? []).filter((id) => !known.some(({ value }) => value === id));
  if (known.length + gone.length === 0) return null;
  return (
    <Form.Item label={t("customer.filter.way")}>
      <Select<number[]>
        mode="multiple"
        allowClear
        aria-label={t("customer.filter.way")}
        placeholder={t("customer.filter.wayAny")}
        showSearch={{ optionFilterProp: "label" }}
        value={ways ?? []}
        options={[...known, ...gone.map((id) => ({ value: id, label: t("customer.filter.wayOther", { id }) }))]}
        onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen)}
      />
    </Form.Item>
  );
}

const isChoice = ({ kind }: Field) => kind === "CHOICE" || kind === "CHOICES";

interface AttributeProps {
  field: Field;
  filter: CustomerFilter;
  onChange: (part: Partial<CustomerFilter>) => void;
}

/** One answer of an attribute that has a few. */
function AttributeFilter({ field, filter, onChange }: AttributeProps) {
  const held = filter.attributes?.[field.key];
  const value = Array.isArray(held) ? held[0] : held;
  const set = (next: string | undefined) => {
    const { [field.key]: _, ...others } = filter.attributes ?? {};
    const chosen: FieldValue | undefined = next === undefined ? undefined : field.kind === "CHOICES" ? [next] : next;
    onChange({ attributes: chosen === undefined ? others : { ...others, [field.key]: chosen } });
  };
  return (
    <Form.Item label={field.label}>
      <Select
        allowClear
        aria-label={field.label}
        value={value as string | undefined}
        options={(field.options ?? []).map(({ id, label }) => ({ value: id, label }))}
        onChange={set}
      />
    </Form.Item>
  );
}
